// SPDX-License-Identifier: BSL-1.0
// The guard is forgotten: its destructor never runs.
#include "designs.hpp"

static void frame() {
  auto const borrowed = std::make_unique<int>(0);
  tenure::unique place{*borrowed};
#if !MISUSE
  static_cast<void>(place);
  written = true;
#elif DESIGN == 1
  tenure::slot<old_guard> home;
  tenure::forget(home.emplace([place = borrowed.get()] { write_late(place); }));
#elif DESIGN == 2
  tenure::slot<tenure::join_guard<void>> home;
  tenure::forget(home.emplace_with([&] {
    return tenure::spawn_scoped([](tenure::unique<int> p) { write_late(p.get()); }, std::move(place));
  }));
#else
  tenure::scope([&](tenure::scope_handle& threads) {
    tenure::slot<tenure::scoped_task<void>> home;
    tenure::forget(
        home.emplace(threads.spawn([](tenure::unique<int> p) { write_late(p.get()); }, std::move(place))));
  });
#endif
}

int main() {
  frame();
  wait_for_the_thread();
}
