// SPDX-License-Identifier: BSL-1.0
// V11: an object does not become a view by itself.
#include "classes.hpp"

int main() {
  outer o{};
#if EXPECT_COMPILE_FAIL
  view<outer, mut<nth<1>>> const t = o;
  static_cast<void>(t);  // expect-error: [views.widen]
#else
  view<outer, mut<nth<1>>> const t = lend<mut<nth<1>>>(o);
  static_cast<void>(t);
#endif
}
