// SPDX-License-Identifier: BSL-1.0
// A circle of counted handles keeps the guard: its destructor never runs.
#include "designs.hpp"

#if DESIGN == 1
using waiting = old_guard;
#elif DESIGN == 2
using waiting = tenure::join_guard<void>;
#else
using waiting = tenure::scoped_task<void>;
#endif
struct ring {
  tenure::cell<std::optional<tenure::rc<ring>>> next;
  waiting task;
};

static void frame() {
  auto const borrowed = std::make_unique<int>(0);  // lives as long as this frame
  tenure::unique place{*borrowed};
#if !MISUSE
  static_cast<void>(place);
  written = true;
#elif DESIGN == 1
  auto const held = tenure::rc<ring>::make_with(
      [&] { return ring{{}, old_guard{[place = borrowed.get()] { write_late(place); }}}; });
  tenure::shared{held->next}.set(held.clone());
#elif DESIGN == 2
  auto const held = tenure::rc<ring>::make_with([&] {
    return ring{{},
                tenure::spawn_scoped([](tenure::unique<int> p) { write_late(p.get()); }, std::move(place))};
  });
  tenure::shared{held->next}.set(held.clone());
#else
  tenure::scope([&](tenure::scope_handle& threads) {
    auto const held = tenure::rc<ring>::make_with([&] {
      return ring{{}, threads.spawn([](tenure::unique<int> p) { write_late(p.get()); }, std::move(place))};
    });
    tenure::shared{held->next}.set(held.clone());
  });
#endif
}

int main() {
  frame();
  wait_for_the_thread();
}
