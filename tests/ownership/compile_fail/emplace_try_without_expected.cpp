// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.emplace]
// expect-error: std::expected
#include <expected>
#include <optional>

#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> s;
  auto o = s.try_emplace_with([]() -> std::expected<int, char> { return 1; });
  tenure::slot<int> t;
#if EXPECT_COMPILE_FAIL
  auto p = t.try_emplace_with([]() -> std::optional<int> { return 1; });
#endif
}
