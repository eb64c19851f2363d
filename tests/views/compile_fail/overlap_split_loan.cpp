// SPDX-License-Identifier: BSL-1.0
// Parts of a loan.
// expect-error: [views.overlap]
// expect-error: data::successful
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
  auto both = object.lend<mut<data::everything>>();
#if EXPECT_COMPILE_FAIL
  auto [p, q] = both.split<mut<data::successful>, shr<data::everything>>();
#else
  auto [p, q] = both.split<mut<data::successful>, shr<data::experiments>>();
#endif
}
