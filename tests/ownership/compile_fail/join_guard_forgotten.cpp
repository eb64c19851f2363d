// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak] tenure
// expect-error: is declared not to be Leak
#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<tenure::join_guard<void>> place;
  auto guard = place.emplace_with([] { return tenure::spawn_scoped([] {}); });
#if EXPECT_COMPILE_FAIL
  tenure::forget(std::move(guard));
#endif
}
