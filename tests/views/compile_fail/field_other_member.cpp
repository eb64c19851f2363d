// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  auto const v = lend<mut<field<&outer::a>>>(o);
#if EXPECT_COMPILE_FAIL
  v[at<&outer::b>] = 1;  // expect-error: [views.field] &outer::b is not granted
#else
  v[at<&outer::a>] = 1;
#endif
}
