// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  auto v = lend<mut<all>>(o);
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(v)
                        .split<mut<path<&outer::in, &inner::x>>,
                               shr<field<&outer::in>>>());  // expect-error: [views.overlap]
#else
  static_cast<void>(std::move(v).split<mut<path<&outer::in, &inner::x>>, shr<path<&outer::in, &inner::y>>>());
#endif
}
