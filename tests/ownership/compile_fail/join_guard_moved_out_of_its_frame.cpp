// SPDX-License-Identifier: BSL-1.0
// expect-error: join_guard
// expect-error: deleted
#include <utility>

#include "tenure/ownership/join_guard.hpp"

int main() {
  auto guard = tenure::spawn_scoped([] {});
#if EXPECT_COMPILE_FAIL
  auto elsewhere = std::move(guard);
#endif
  static_cast<void>(std::move(guard).join());
}
