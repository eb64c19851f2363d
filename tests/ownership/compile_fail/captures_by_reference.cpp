// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.captures] nobody can see what
#include "tenure/ownership/scope.hpp"

int main() {
  int number = 1;
  tenure::scope([&](tenure::scope_handle& threads) {
    threads.spawn([](tenure::unique<int> n) { *n = 2; }, tenure::unique{number});
#if EXPECT_COMPILE_FAIL
    threads.spawn([&] { number = 2; });
#endif
  });
}
