// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/slot.hpp"

int use(tenure::own<int> o) { return *o; }

int main() {
  tenure::slot<int> s;
  auto o = s.emplace(0);
  int const n = *o;
  use(std::move(o));
#if EXPECT_COMPILE_FAIL
  *o = 1;
#endif
  return n;
}
