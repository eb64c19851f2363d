// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.into]
// expect-error: const may be added, never removed
#include <utility>

#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> s;
  auto o = s.emplace(1).into<int const>();
#if EXPECT_COMPILE_FAIL
  auto p = std::move(o).into<int>();
#endif
}
