// SPDX-License-Identifier: BSL-1.0
// The caller blocks its thread until the tasks of a scope have ended.
#include "tenure/ownership/scope.hpp"
#include "tenure/ownership/slot.hpp"
#include "trilemma.hpp"

task<observed> caller() {
  int local = 0;
  bool const seen = tenure::scope([&](tenure::scope_handle& threads) {
    auto running = threads.spawn(run_borrowing, tenure::unique{local});
    return std::move(running).join().value();
  });
  co_return observed{seen, local == 1};
}

#if MISUSE
task<bool> leaking_caller() {
  int local = 0;
  tenure::scope([&](tenure::scope_handle& threads) {
    tenure::slot<tenure::scoped_task<bool>> home;
    tenure::forget(home.emplace(threads.spawn(run_borrowing, tenure::unique{local})));
  });
  co_await pass{};
  co_return true;
}
#endif
