// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{};
  auto const r = lend<shr<all>>(o);
#if EXPECT_COMPILE_FAIL
  static_cast<void>(lend<mut<field<&outer::a>>>(r));  // expect-error: [views.mut]
#else
  static_cast<void>(lend<shr<field<&outer::a>>>(r));
#endif
}
