// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.slot]
#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> s;
  auto o = s.emplace(1);
#if EXPECT_COMPILE_FAIL
  tenure::slot<int volatile> t;
#endif
}
