// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/linear.hpp"

tenure::linear<int> open(int n) { return tenure::linear<int>{n}; }

int main() {
  auto t = open(0);
  int n = 0;
  for (int i = 0; i < 3; ++i) {
    auto u = open(i);
    n += std::move(u).consume();
#if EXPECT_COMPILE_FAIL
    n += std::move(t).consume();
#endif
  }
  n += std::move(t).consume();
  return n - 3;
}
