// SPDX-License-Identifier: BSL-1.0
// The pointer in a view is its own.
// expect-error: private
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  auto const v = lend<mut<Data::successful>>(d);
  v.live()->add_successful(v);
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
