// SPDX-License-Identifier: BSL-1.0
// What is granted is shr or mut.
#include "classes.hpp"

int main() {
  outer o{};
#if EXPECT_COMPILE_FAIL
  static_cast<void>(lend<field<&outer::a>>(o));  // expect-error: [views.field]
#else
  static_cast<void>(lend<shr<field<&outer::a>>>(o));
#endif
}
