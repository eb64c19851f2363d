// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.into]
#include <utility>

#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> s;
  auto o = s.emplace(1).into<int const>();
#if EXPECT_COMPILE_FAIL
  tenure::slot<int> t;
  auto p = t.emplace(1).into<unsigned>();
#endif
}
