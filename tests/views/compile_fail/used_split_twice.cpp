// SPDX-License-Identifier: BSL-1.0
// only: clang
#include "classes.hpp"

int main() {
  outer o{};
  auto v = lend<mut<all>>(o);
  static_cast<void>(std::move(v).split<mut<nth<1>>, mut<nth<2>>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(v).split<mut<nth<1>>, mut<nth<2>>>());  // expect-error: [-Werror,-Wconsumed]
#else

#endif
}
