// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.emplace]
#include <string>

#include "tenure/ownership/slot.hpp"

int main() {
  std::string outside = "a";
  tenure::slot<std::string> s;
  auto o = s.emplace_with([&] { return outside; });
  tenure::slot<std::string> t;
#if EXPECT_COMPILE_FAIL
  auto p = t.emplace_with([&]() -> std::string& { return outside; });
#endif
}
