// SPDX-License-Identifier: BSL-1.0
// A handle whose count is a plain number is copied in two threads at once.
#include "designs.hpp"

int main() {
  [[maybe_unused]] auto const first = tenure::rc<int>::make(1);
#if !MISUSE
#elif DESIGN == 1
  old_guard const guard{[second = first.clone()] { static_cast<void>(second.clone()); }};
#elif DESIGN == 2
  auto const guard =
      tenure::spawn_scoped([](tenure::rc<int> second) { static_cast<void>(second.clone()); }, first.clone());
#else
  tenure::scope([&](tenure::scope_handle& threads) {
    threads.spawn([](tenure::rc<int> second) { static_cast<void>(second.clone()); }, first.clone());
  });
#endif
}
