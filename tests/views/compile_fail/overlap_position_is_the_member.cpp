// SPDX-License-Identifier: BSL-1.0
// A member and its position are one place.
#include "classes.hpp"

int main() {
  outer o{};
  auto v = lend<mut<all>>(o);
#if EXPECT_COMPILE_FAIL
  static_cast<void>(
      std::move(v).split<mut<field<&outer::a>>, shr<nth<1>>>());  // expect-error: [views.overlap]
#else
  static_cast<void>(std::move(v).split<mut<field<&outer::a>>, shr<nth<2>>>());
#endif
}
