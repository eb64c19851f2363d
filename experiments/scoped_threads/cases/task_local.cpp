// SPDX-License-Identifier: BSL-1.0
// The caller resumes the task itself, in its own thread, between its own passes.
#include "trilemma.hpp"

task<observed> caller() {
  int local = 0;
  auto running = work(tenure::unique{local});
  while (!running.step()) co_await pass{};
  bool const seen = std::move(running).result();
  co_return observed{seen, local == 1};
}

#if MISUSE
task<bool> leaking_caller() {
  int local = 0;
  auto running = work(tenure::unique{local});
  running.step();
  tenure::forget(std::move(running));
  co_await pass{};
  co_return true;
}
#endif
