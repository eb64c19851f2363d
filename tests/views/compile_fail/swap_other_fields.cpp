// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{}, p{};
  auto v = lend<mut<nth<1>>>(o);
  auto w = lend<mut<all>>(p);
#if EXPECT_COMPILE_FAIL
  swap(v, lend<mut<nth<2>>>(w));  // expect-error: [views.swap]
#else
  swap(v, lend<mut<nth<1>>>(w));
#endif
}
