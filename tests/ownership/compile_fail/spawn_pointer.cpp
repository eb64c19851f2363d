// SPDX-License-Identifier: BSL-1.0
// expect-error: is not Send, for it gives no right to what it points to
#include "tenure/ownership/spawn.hpp"

int main() {
  int number = 1;
  static_cast<void>(tenure::spawn([](int) {}, number));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::spawn([](int*) {}, &number));
#endif
}
