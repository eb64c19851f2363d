// SPDX-License-Identifier: BSL-1.0
// The task runs in a thread that a guard waits for; the guard may be leaked.
#include "designs.hpp"
#include "trilemma.hpp"

task<observed> caller() {
  int local = 0;
  bool seen = false;
  {
    old_guard const running{[&] { seen = run_borrowing(tenure::unique{local}); }};
    while (!watched.ended) co_await pass{};
  }
  co_return observed{seen, local == 1};
}

#if MISUSE
task<bool> leaking_caller() {
  int local = 0;
  tenure::slot<old_guard> home;
  tenure::forget(home.emplace([&] { run_borrowing(tenure::unique{local}); }));
  while (!watched.started) co_await pass{};
  co_return true;
}
#endif
