// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.scope] a scoped_task<int> ends with its scope
#include "tenure/ownership/scope.hpp"

int main() {
  static_cast<void>(tenure::scope([](tenure::scope_handle& threads) {
    auto task = threads.spawn([] { return 1; });
    return std::move(task).join().value();
  }));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(
      tenure::scope([](tenure::scope_handle& threads) { return threads.spawn([] { return 1; }); }));
#endif
}
