// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  Data::add(lend<mut<Data::successful>>(d));  // expect-error: [views.widen]
#else
  Data::add(lend<mut<Data::experiments>>(d));
#endif
}
