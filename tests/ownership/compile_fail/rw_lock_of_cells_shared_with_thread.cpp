// SPDX-License-Identifier: BSL-1.0
// Readers would write through the cells at once.
// expect-error: [ownership.send]
// expect-error: is declared not to be Sync
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/rw_lock.hpp"
#include "tenure/ownership/scope.hpp"

using in_turn = tenure::mutex<tenure::cell<int>>;
using together = tenure::rw_lock<tenure::cell<int>>;

int main() {
  in_turn fine{tenure::cell<int>{1}};
  together shared_by_readers{tenure::cell<int>{1}};
  tenure::scope([&](tenure::scope_handle& threads) {
    threads.spawn([](tenure::shared<in_turn>) {}, tenure::shared{fine});
#if EXPECT_COMPILE_FAIL
    threads.spawn([](tenure::shared<together>) {}, tenure::shared{shared_by_readers});
#endif
  });
}
