// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  auto const v = lend<mut<all>>(o);
#if EXPECT_COMPILE_FAIL
  v[at<3>] = 1;  // expect-error: [views.field]
#else
  v[at<2>] = 1;
#endif
}
