// SPDX-License-Identifier: BSL-1.0
// V9: {x} does not become {x, y}.
#include "classes.hpp"

int main() {
  outer o{};
  view<outer, shr<nth<1>>> const x = lend<shr<all>>(o);
#if EXPECT_COMPILE_FAIL
  view<outer, shr<nth<1>, nth<2>>> const xy = x;
  static_cast<void>(xy);  // expect-error: [views.widen]
#else
  view<outer, shr<nth<1>>> const y = x;
  static_cast<void>(y);
#endif
}
