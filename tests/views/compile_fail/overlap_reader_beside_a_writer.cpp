// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  Data d;
  auto v = lend<mut<all>>(d);
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(v).split<shr<Data::experiments>, mut<all>>());  // expect-error: [views.overlap]
#else
  static_cast<void>(std::move(v).split<shr<Data::experiments>, shr<all>>());
#endif
}
