// SPDX-License-Identifier: BSL-1.0
// A field is written while it is lent to be read.
// expect-error: acquiring [views.overlap] loan
// expect-error: data::experiments_
// only: clang
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
  {
    auto const reader = object.lend<shr<data::experiments>>();
#if EXPECT_COMPILE_FAIL
    auto const writer = object.lend<mut<data::experiments>>();
#endif
  }
  auto const writer = object.lend<mut<data::experiments>>();
}
