// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.emplace]
#include "tenure/ownership/box.hpp"

struct named {
  explicit named(char const*) {}
};

int main() {
  auto b = tenure::box<named>::make("a");
#if EXPECT_COMPILE_FAIL
  auto c = tenure::box<named>::make(1, 2);
#endif
}
