// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  int n = 0;
  outer* p = &o;
#if EXPECT_COMPILE_FAIL
  static_cast<void>(lend_through<shr<nth<1>>>(n));
  static_cast<void>(p);  // expect-error: [views.through]
#else
  static_cast<void>(lend_through<shr<nth<1>>>(p));
  static_cast<void>(n);
#endif
}
