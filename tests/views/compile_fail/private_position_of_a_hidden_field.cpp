// SPDX-License-Identifier: BSL-1.0
// Positions are no way round private.
#include "classes.hpp"

int main() {
  Data d;
  auto const v = lend<mut<all>>(d);
#if EXPECT_COMPILE_FAIL
  v[at<0>].clear();  // expect-error: [views.private]
#else
  Data::add_successful(v);
#endif
}
