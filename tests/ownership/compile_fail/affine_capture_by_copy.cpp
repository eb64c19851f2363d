// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
#include <utility>

#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> s;
  auto o = s.emplace(1);
  auto by_move = [o = std::move(o)] { return *o; };
#if EXPECT_COMPILE_FAIL
  tenure::slot<int> t;
  auto p = t.emplace(1);
  auto by_copy = [p] { return *p; };
#endif
  return by_move() - 1;
}
