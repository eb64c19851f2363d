// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.shared] a temporary
// expect-error: ends before its shared reference
#include "tenure/ownership/reference.hpp"

int main() {
  int const one = 1;
#if EXPECT_COMPILE_FAIL
  tenure::shared<int> const s{one + 1};
#else
  tenure::shared<int> const s{one};
#endif
  return *s - one;
}
