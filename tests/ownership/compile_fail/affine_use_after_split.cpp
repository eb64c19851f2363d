// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/slot.hpp"

struct both {
  int a, b;
};

int main() {
  tenure::slot<both> s;
  auto o = s.emplace(1, 2);
  auto [a, b] = std::move(o).split();
#if EXPECT_COMPILE_FAIL
  o->a = 2;
#endif
}
