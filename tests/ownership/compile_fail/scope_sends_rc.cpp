// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send]
// expect-error: is declared not to be Sync
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/scope.hpp"

int main() {
  auto const counted = tenure::rc<int>::make(1);
  tenure::scope([&](tenure::scope_handle& threads) {
    threads.spawn([](tenure::shared<int>) {}, tenure::shared{*counted});
#if EXPECT_COMPILE_FAIL
    threads.spawn([](tenure::shared<tenure::rc<int>>) {}, tenure::shared{counted});
#endif
  });
}
