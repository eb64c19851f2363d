// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

#include <memory>

int main() {
#if EXPECT_COMPILE_FAIL
  static_cast<void>(lend_through<shr<nth<1>>>(std::make_unique<outer>()));  // expect-error: [views.temporary]
#else
  auto const p = std::make_unique<outer>();
  static_cast<void>(lend_through<shr<nth<1>>>(p));
#endif
}
