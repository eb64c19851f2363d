// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  Data::add_successful(d);  // expect-error: [views.widen]
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
