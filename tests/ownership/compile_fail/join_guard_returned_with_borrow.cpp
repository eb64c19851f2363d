// SPDX-License-Identifier: BSL-1.0
// A guard made in a return statement outlives what it borrows from this frame.
// only: clang
// expect-error: address of stack memory associated with local variable 'number'
#include "tenure/ownership/join_guard.hpp"

static void look(tenure::shared<int> number) { static_cast<void>(*number); }

static auto fine(int const& number) { return tenure::spawn_scoped(look, tenure::shared{number}); }
#if EXPECT_COMPILE_FAIL
static auto outlives() {
  int number = 1;
  return tenure::spawn_scoped(look, tenure::shared{number});
}
#endif

int main() {
  int const number = 1;
  auto const guard = fine(number);
#if EXPECT_COMPILE_FAIL
  auto const late = outlives();
#endif
}
