// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/linear.hpp"

tenure::linear<int> open(int n) { return tenure::linear<int>{n}; }

int main() {
  auto t = open(0);
  int const n = std::move(t).consume();
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(t).consume());
#endif
  return n;
}
