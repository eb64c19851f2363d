// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> s;
  auto o = s.emplace(0);
  int const n = std::move(o).take();
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(o).take());
#endif
  return n;
}
