// SPDX-License-Identifier: BSL-1.0
// V34: the object is not written as a whole through a view of a part.
#include "classes.hpp"

int main() {
  outer o{}, p{};
  auto const v = lend<mut<nth<1>>>(o);
#if EXPECT_COMPILE_FAIL
  static_cast<outer&>(v) = p;  // expect-error: [views.copy]
#else
  v[at<1>] = p.a;
#endif
}
