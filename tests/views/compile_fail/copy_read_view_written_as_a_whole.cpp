// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  auto const v = lend<shr<all>>(o);
#if EXPECT_COMPILE_FAIL
  static_cast<void>(static_cast<outer&>(v));  // expect-error: [views.copy]
#else
  static_cast<void>(static_cast<outer const&>(v));
#endif
}
