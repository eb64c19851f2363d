// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/slot.hpp"

template <class T>
T last_use(tenure::own<T> o) {
  auto p = std::move(o);
#if EXPECT_COMPILE_FAIL
  *o = T{};
#endif
  return std::move(p).take();
}

int main() {
  tenure::slot<int> s;
  return last_use(s.emplace(0));
}
