// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] tenure::mutex_guard<int> is not Send
#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/mutex.hpp"

int main() {
  tenure::mutex<int> number{1};
  auto held = tenure::shared{number}.lock();
  {
    auto const reading = tenure::spawn_scoped(
        [](tenure::shared<tenure::mutex_guard<int>> g) { static_cast<void>(**g); }, tenure::shared{held});
  }
#if EXPECT_COMPILE_FAIL
  auto const unlocking = tenure::spawn_scoped([](tenure::mutex_guard<int>) {}, std::move(held));
#endif
}
