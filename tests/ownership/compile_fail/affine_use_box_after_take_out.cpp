// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/box.hpp"

int main() {
  auto b = tenure::box<int>::make(1);
  auto [home, content] = std::move(b).take_out();
#if EXPECT_COMPILE_FAIL
  *b = 2;
#endif
}
