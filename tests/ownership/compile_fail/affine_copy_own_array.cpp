// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
#include <utility>

#include "tenure/ownership/own_array.hpp"

int main() {
  tenure::slot<int[2]> s;
  auto o = s.emplace(1);
  auto moved = std::move(o);
#if EXPECT_COMPILE_FAIL
  auto copied = moved;
#endif
}
