// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
#include <utility>

#include "tenure/ownership/linear.hpp"

int main() {
  tenure::linear<int> t{1};
  tenure::linear<int> moved{std::move(t)};
#if EXPECT_COMPILE_FAIL
  tenure::linear<int> copied{moved};
#endif
  return std::move(moved).consume() - 1;
}
