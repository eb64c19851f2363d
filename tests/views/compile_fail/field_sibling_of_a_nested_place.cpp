// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  auto const v = lend<mut<path<&outer::in, &inner::x>>>(o);
#if EXPECT_COMPILE_FAIL
  v[at<&outer::in, &inner::y>] = 1;  // expect-error: [views.field]
#else
  v[at<&outer::in, &inner::x>] = 1;
#endif
}
