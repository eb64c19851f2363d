// SPDX-License-Identifier: BSL-1.0
// Nobody waits for it, so it may not borrow.
// expect-error: [ownership.static]
// expect-error: borrow with spawn_scoped or scope
#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/spawn.hpp"

static void look(tenure::shared<int> number) { static_cast<void>(*number); }

int main() {
  int const number = 1;
  auto const waited_for = tenure::spawn_scoped(look, tenure::shared{number});
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::spawn(look, tenure::shared{number}));
#endif
}
