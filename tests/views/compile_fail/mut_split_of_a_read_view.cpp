// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  auto r = lend<shr<all>>(o);
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(r).split<mut<nth<1>>, shr<nth<2>>>());  // expect-error: [views.mut]
#else
  static_cast<void>(std::move(r).split<shr<nth<1>>, shr<nth<1>>>());
#endif
}
