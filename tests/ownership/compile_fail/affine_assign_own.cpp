// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
#include <utility>

#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> s, t;
  auto o = s.emplace(1);
  auto p = t.emplace(2);
  o = std::move(p);
#if EXPECT_COMPILE_FAIL
  auto q = s.emplace(3);
  o = q;
#endif
}
