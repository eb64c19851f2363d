// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/linear.hpp"

template <class T>
T through(T value) {
  tenure::linear<T> t{value};
#if EXPECT_COMPILE_FAIL
  return t.peek();
#else
  return std::move(t).consume();
#endif
}

int main() { return through(0); }
