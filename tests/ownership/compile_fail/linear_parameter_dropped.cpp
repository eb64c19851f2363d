// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/linear.hpp"

int close(tenure::linear<int> t TENURE_TAKES(unconsumed) TENURE_RETURNS(consumed)) {
#if EXPECT_COMPILE_FAIL
  return t.peek();
#else
  return std::move(t).consume();
#endif
}

int main() {
  tenure::linear<int> t{0};
  return close(std::move(t));
}
