// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
// expect-error: own
#include <utility>

#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> s;
  auto o = s.emplace(1);
  auto moved = std::move(o);
#if EXPECT_COMPILE_FAIL
  auto copied = moved;
#endif
}
