// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/slot.hpp"

int use(tenure::own<int> o) { return *o; }

int main() {
  for (int i = 0; i < 3; ++i) {
    tenure::slot<int> s;
    auto o = s.emplace(i);
    use(std::move(o));
  }
  tenure::slot<int> t;
  auto p = t.emplace(1);
#if EXPECT_COMPILE_FAIL
  for (int i = 0; i < 3; ++i) {
    *p = i;
    use(std::move(p));
  }
#endif
}
