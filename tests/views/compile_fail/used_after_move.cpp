// SPDX-License-Identifier: BSL-1.0
// only: clang
#include "classes.hpp"

int main() {
  outer o{};
  auto v = lend<mut<all>>(o);
  auto w = std::move(v);
#if EXPECT_COMPILE_FAIL
  v[at<1>] = w[at<1>];  // expect-error: [-Werror,-Wconsumed]
#else
  w[at<1>] = 1;
#endif
}
