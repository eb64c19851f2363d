// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer const o{};
#if EXPECT_COMPILE_FAIL
  static_cast<void>(lend<mut<nth<1>>>(o));  // expect-error: [views.const]
#else
  static_cast<void>(lend<shr<nth<1>>>(o));
#endif
}
