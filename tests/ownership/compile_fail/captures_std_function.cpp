// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.captures] nobody can see what std::function<void
#include <functional>

#include "tenure/ownership/join_guard.hpp"

static void work() {}

int main() {
  auto const fine = tenure::spawn_scoped(work);
#if EXPECT_COMPILE_FAIL
  auto const erased = tenure::spawn_scoped(std::function<void()>{work});
#endif
}
