// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.unique] there is no unique<
// expect-error: to read one, write shared
#include "tenure/ownership/reference.hpp"

int main() {
  int const one = 1;
#if EXPECT_COMPILE_FAIL
  tenure::unique<int const> u{one};
#else
  tenure::shared<int> u{one};
#endif
  return *u - 1;
}
