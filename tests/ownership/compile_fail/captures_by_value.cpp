// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.captures] nobody can see what
#include "tenure/ownership/spawn.hpp"

int main() {
  int const number = 1;
  static_cast<void>(tenure::spawn([](int n) { return n; }, number));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::spawn([number] { return number; }));
#endif
}
