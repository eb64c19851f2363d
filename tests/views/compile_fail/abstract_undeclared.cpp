// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  struct tag;
#if EXPECT_COMPILE_FAIL
  static_cast<void>(lend<shr<tag>>(o));  // expect-error: [views.abstract]
#else
  static_cast<void>(lend<shr<nth<1>>>(o));
#endif
}
