// SPDX-License-Identifier: BSL-1.0
// A view of all gives no right to a name.
// expect-error: private
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  auto const v = lend<mut<all>>(d);
  v[at<&Data::successful_>] = 7;
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
