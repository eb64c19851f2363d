// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  Data d;
  auto const r = lend<shr<all>>(d);
#if EXPECT_COMPILE_FAIL
  Data::add_successful(r);  // expect-error: [views.mut]
#else
  static_cast<void>(Data::names(r));
#endif
}
