// SPDX-License-Identifier: BSL-1.0
// One thread at a time receives.
// expect-error: [ownership.send] tenure
// expect-error: receiver<int
#include "tenure/ownership/channel.hpp"
#include "tenure/ownership/scope.hpp"

template <>
struct tenure::sharing<tenure::receiver<int>> : tenure::read_only<tenure::receiver<int>> {};

int main() {
  auto ends = tenure::channel<int>::unbounded();
  tenure::scope([&](tenure::scope_handle& threads) {
    threads.spawn([](tenure::shared<tenure::sender<int>>) {}, tenure::shared{ends.send});
#if EXPECT_COMPILE_FAIL
    threads.spawn([](tenure::shared<tenure::receiver<int>>) {}, tenure::shared{ends.receive});
#endif
  });
}
