// SPDX-License-Identifier: BSL-1.0
// A loan without a name ends before what is read through it.
// expect-error: [views.temporary]
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
#if EXPECT_COMPILE_FAIL
  auto& each = data::each(object.lend<shr<data::experiments>>());
#else
  auto const lent = object.lend<shr<data::experiments>>();
  auto& each = data::each(lent);
#endif
  return static_cast<int>(each.size());
}
