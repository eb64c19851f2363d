// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
#if EXPECT_COMPILE_FAIL
  auto const v = lend<>(o);
  static_cast<void>(v[at<&outer::a>]);  // expect-error: [views.field]
#else
  auto const v = lend<shr<all>>(o);
  static_cast<void>(v[at<&outer::a>]);
#endif
}
