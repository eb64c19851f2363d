// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
#include <utility>
#include <vector>

#include "tenure/ownership/box.hpp"

int main() {
  std::vector<tenure::box<int>> all;
  all.push_back(tenure::box<int>::make(1));
  auto moved = std::move(all);
#if EXPECT_COMPILE_FAIL
  auto copied = moved;
#endif
}
