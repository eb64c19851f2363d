// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/linear.hpp"

int main() {
  auto through = [](auto value) {
    tenure::linear<decltype(value)> t{value};
#if EXPECT_COMPILE_FAIL
    return t.peek();
#else
    return std::move(t).consume();
#endif
  };
  return through(0);
}
