// SPDX-License-Identifier: BSL-1.0
// The same by a named loan, inside the loop.
// expect-error: [views.overlap] loan
// expect-error: data::experiments_
// only: clang
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
  auto const names = object.lend<shr<data::experiments>>();
  for ([[maybe_unused]] auto& each : data::each(names)) {
#if EXPECT_COMPILE_FAIL
    auto const added = object.lend<mut<data::experiments>>();
    data::add(added);
#else
    auto const counter = object.lend<mut<data::successful>>();
    data::add_successful(counter);
#endif
  }
}
