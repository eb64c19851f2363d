// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  auto const v = lend<mut<all_but<field<&outer::a>>>>(o);
#if EXPECT_COMPILE_FAIL
  v[at<&outer::a>] = 1;  // expect-error: [views.field]
#else
  v[at<&outer::b>] = 1;
#endif
}
