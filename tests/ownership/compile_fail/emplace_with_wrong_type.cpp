// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.emplace]
// expect-error: emplace_with
#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<long> s;
  auto o = s.emplace_with([] { return 1L; });
  tenure::slot<long> t;
#if EXPECT_COMPILE_FAIL
  auto p = t.emplace_with([] { return 1; });
#endif
}
