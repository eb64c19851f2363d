// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/linear.hpp"

tenure::linear<int> open(int n) { return tenure::linear<int>{n}; }

int on_each_path(bool first) {
  auto t = open(0);
  if (first) return std::move(t).consume();
#if EXPECT_COMPILE_FAIL
  return 1;
#else
  return std::move(t).consume() + 1;
#endif
}

int main() { return on_each_path(true); }
