// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/slot.hpp"

int main() {
  auto use = [](auto o) {
    auto p = std::move(o);
#if EXPECT_COMPILE_FAIL
    *o = 1;
#endif
    return *p;
  };
  tenure::slot<int> s;
  return use(s.emplace(0));
}
