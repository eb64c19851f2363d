// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.call]
// expect-error: cannot be called with (int)
#include "tenure/ownership/spawn.hpp"

int main() {
  static_cast<void>(tenure::spawn([](int) {}, 1));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::spawn([](int&) {}, 1));  // arguments arrive as values
#endif
}
