// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  auto v = lend<mut<all>>(o);
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(v).split<mut<nth<1>>, mut<nth<1>>>());  // expect-error: [views.overlap]
#else
  static_cast<void>(std::move(v).split<mut<nth<1>>, mut<nth<2>>>());
#endif
}
