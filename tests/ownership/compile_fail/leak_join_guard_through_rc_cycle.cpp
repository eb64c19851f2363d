// SPDX-License-Identifier: BSL-1.0
// The hole of 2015: a circle of counted handles keeps the guard, so nobody waits for the thread, which goes
// on writing into a frame that is gone. The circle itself is allowed, for what may be leaked.
// expect-error: [ownership.leak] ring is not Leak, for its part tenure
// expect-error: is declared not to be Leak
#include <optional>

#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/std.hpp"

struct plain_ring {
  tenure::cell<std::optional<tenure::rc<plain_ring>>> next;
  int number;
};

struct ring {
  tenure::cell<std::optional<tenure::rc<ring>>> next;
  tenure::join_guard<void> writing;
};

static void fill(tenure::unique<int> place) { *place = 1; }

int main() {
  auto const first = tenure::rc<plain_ring>::make_with([] { return plain_ring{{}, 1}; });
  tenure::shared{first->next}.set(first.clone());

  int number = 0;
  auto const waited_for = tenure::spawn_scoped(fill, tenure::unique{number});
#if EXPECT_COMPILE_FAIL
  int borrowed = 0;
  auto const leaked = tenure::rc<ring>::make_with(
      [&] { return ring{{}, tenure::spawn_scoped(fill, tenure::unique{borrowed})}; });
  tenure::shared{leaked->next}.set(leaked.clone());
#endif
}
