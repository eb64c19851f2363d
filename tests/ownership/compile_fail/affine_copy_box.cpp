// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
#include <utility>

#include "tenure/ownership/box.hpp"

int main() {
  auto b = tenure::box<int>::make(1);
  auto moved = std::move(b);
#if EXPECT_COMPILE_FAIL
  auto copied = moved;
#endif
}
