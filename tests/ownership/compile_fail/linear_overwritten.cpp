// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/linear.hpp"

tenure::linear<int> open(int n) { return tenure::linear<int>{n}; }

int main() {
  auto t = open(0);
  int n = std::move(t).consume();
  t = open(1);
#if EXPECT_COMPILE_FAIL
  t = open(2);
#endif
  n += std::move(t).consume();
  return n - 1;
}
