// SPDX-License-Identifier: BSL-1.0
// A task is joined in the scope's own thread.
// expect-error: [ownership.send] tenure
// expect-error: is declared not to be Send
#include "tenure/ownership/scope.hpp"

int main() {
  tenure::scope([&](tenure::scope_handle& threads) {
    auto task = threads.spawn([] { return 1; });
#if EXPECT_COMPILE_FAIL
    threads.spawn([](tenure::scoped_task<int>) {}, std::move(task));
#else
    static_cast<void>(std::move(task).join());
#endif
  });
}
