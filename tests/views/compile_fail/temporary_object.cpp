// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
#if EXPECT_COMPILE_FAIL
  static_cast<void>(lend<shr<all>>(Data{}));  // expect-error: [views.temporary]
#else
  Data d;
  static_cast<void>(lend<shr<all>>(d));
#endif
}
