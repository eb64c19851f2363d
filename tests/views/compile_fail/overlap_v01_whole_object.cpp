// SPDX-License-Identifier: BSL-1.0
// V1: the whole object is not read and written at once.
#include "classes.hpp"

int main() {
  Data d;
  auto v = lend<mut<all>>(d);
#if EXPECT_COMPILE_FAIL
  auto [names, count] = std::move(v).split<shr<all>, mut<all>>();
  Data::add_successful(count);
  static_cast<void>(names);  // expect-error: [views.overlap]
#else
  auto [names, count] = std::move(v).split<shr<Data::experiments>, mut<Data::successful>>();
  Data::add_successful(count);
  static_cast<void>(names);
#endif
}
