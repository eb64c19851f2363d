// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
#include <utility>

#include "tenure/ownership/box.hpp"

int main() {
  tenure::vacant_box<int> v;
  auto moved = std::move(v);
#if EXPECT_COMPILE_FAIL
  auto copied = moved;
#endif
}
