// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/linear.hpp"

tenure::linear<int> open(int n) { return tenure::linear<int>{n}; }

struct holder {
  tenure::linear<int> ticket;
};

int main() {
  holder h{open(0)};
  auto t = tenure::adopt(std::move(h.ticket));
  int const n = std::move(t).consume();
#if EXPECT_COMPILE_FAIL
  holder g{open(1)};
  auto u = tenure::adopt(std::move(g.ticket));
#endif
  return n;
}
