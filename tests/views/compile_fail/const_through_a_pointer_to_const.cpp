// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  outer const* p = &o;
  outer* q = &o;
#if EXPECT_COMPILE_FAIL
  static_cast<void>(lend_through<mut<nth<1>>>(p));
  static_cast<void>(q);  // expect-error: [views.const]
#else
  static_cast<void>(lend_through<mut<nth<1>>>(q));
  static_cast<void>(p);
#endif
}
