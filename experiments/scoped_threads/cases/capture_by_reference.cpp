// SPDX-License-Identifier: BSL-1.0
// Two threads write one number, which a capture smuggled in.
#include "designs.hpp"

int main() {
  [[maybe_unused]] int number = 0;
#if !MISUSE
#elif DESIGN == 1
  old_guard const guard{[&] { number = 1; }};
#elif DESIGN == 2
  auto const guard = tenure::spawn_scoped([&] { number = 1; });
#else
  tenure::scope([&](tenure::scope_handle& threads) { threads.spawn([&] { number = 1; }); });
#endif
#if MISUSE
  number = 2;
#endif
}
