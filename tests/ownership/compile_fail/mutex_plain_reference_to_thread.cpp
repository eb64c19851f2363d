// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] int
// expect-error: may be written by two threads at once
#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/scope.hpp"

int main() {
  tenure::mutex<int> number{1};
  tenure::scope([&](tenure::scope_handle& threads) {
    threads.spawn([](tenure::shared<tenure::mutex<int>> n) { *n.lock() = 2; }, tenure::shared{number});
#if EXPECT_COMPILE_FAIL
    threads.spawn<void (*)(int&), int&>([](int& n) { n = 2; }, *tenure::shared{number}.lock());
#endif
  });
}
