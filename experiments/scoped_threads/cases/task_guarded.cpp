// SPDX-License-Identifier: BSL-1.0
// The task runs in a thread that a guard waits for; the guard is not Leak.
#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/slot.hpp"
#include "trilemma.hpp"

task<observed> caller() {
  int local = 0;
  auto running = tenure::spawn_scoped(run_borrowing, tenure::unique{local});
  while (!watched.ended) co_await pass{};
  bool const seen = std::move(running).join().value();
  co_return observed{seen, local == 1};
}

#if MISUSE
task<bool> leaking_caller() {
  int local = 0;
  tenure::slot<tenure::join_guard<bool>> home;
  tenure::forget(
      home.emplace_with([&] { return tenure::spawn_scoped(run_borrowing, tenure::unique{local}); }));
  while (!watched.started) co_await pass{};
  co_return true;
}
#endif
