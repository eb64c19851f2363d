// SPDX-License-Identifier: BSL-1.0
// A name stands for a set of fields, and leads to none.
// expect-error: incomplete
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  auto const v = lend<mut<all>>(d);
  v[Data::successful{}] = 7;
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
