// SPDX-License-Identifier: BSL-1.0
// only: clang
// A view that was split is used up.
#include "classes.hpp"

int main() {
  outer o{};
  auto v = lend<mut<all>>(o);
  auto [p, q] = std::move(v).split<mut<nth<1>>, mut<nth<2>>>();
#if EXPECT_COMPILE_FAIL
  p[at<1>] = v[at<2>] + q[at<2>];  // expect-error: [-Werror,-Wconsumed]
#else
  p[at<1>] = q[at<2>];
#endif
}
