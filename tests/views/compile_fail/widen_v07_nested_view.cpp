// SPDX-License-Identifier: BSL-1.0
// V7: a view of a view is no wider.
#include "classes.hpp"

int main() {
  outer o{};
  auto const v = lend<shr<nth<1>>>(o);
#if EXPECT_COMPILE_FAIL
  static_cast<void>(lend<shr<nth<1>, nth<2>>>(v));  // expect-error: [views.widen]
#else
  static_cast<void>(lend<shr<nth<1>>>(v));
#endif
}
