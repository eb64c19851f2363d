// SPDX-License-Identifier: BSL-1.0
// A spawned task, which nobody has to wait for, gets a copy. With -DBORROW=1 it is given the variable itself.
#include "tenure/ownership/spawn.hpp"
#include "trilemma.hpp"

static bool run_copy(int copy) { return run_borrowing(tenure::unique{copy}); }

task<observed> caller() {
  int local = 0;
#if BORROW
  auto running = tenure::spawn(run_borrowing, tenure::unique{local});
#else
  auto running = tenure::spawn(run_copy, local);
#endif
  while (!watched.ended) co_await pass{};
  bool const seen = std::move(running).join().value();
  co_return observed{seen, local == 1};
}

#if MISUSE
task<bool> leaking_caller() {
  int local = 0;
  tenure::forget(tenure::spawn(run_copy, local));
  while (!watched.started) co_await pass{};
  co_return true;
}
#endif
