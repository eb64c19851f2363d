// SPDX-License-Identifier: BSL-1.0
// One place inside a place, twice.
// expect-error: acquiring [views.overlap] mutable loan
// expect-error: inner::b
// only: clang
#include "views/compile_fail/lent.hpp"

int main() {
  place<outer> object;
  auto const b = object.lend<mut<path<&outer::a, &inner::b>>>();
#if EXPECT_COMPILE_FAIL
  auto const c = object.lend<mut<path<&outer::a, &inner::b>>>();
#else
  auto const c = object.lend<mut<path<&outer::a, &inner::c>>>();
#endif
}
