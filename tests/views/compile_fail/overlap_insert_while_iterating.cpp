// SPDX-License-Identifier: BSL-1.0
// Insertion into the map that is being iterated.
// expect-error: [views.overlap] loan
// expect-error: data::experiments_
// only: clang
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
  auto const names = object.lend<shr<data::experiments>>();
  for ([[maybe_unused]] auto& each : data::each(names)) {
    object.call(data::add_successful);
#if EXPECT_COMPILE_FAIL
    object.call(data::add);
#endif
  }
}
