// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.emplace]
#include <expected>

#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<long> s;
  auto o = s.try_emplace_with([]() -> std::expected<long, char> { return 1L; });
  tenure::slot<long> t;
#if EXPECT_COMPILE_FAIL
  auto p = t.try_emplace_with([]() -> std::expected<int, char> { return 1; });
#endif
}
