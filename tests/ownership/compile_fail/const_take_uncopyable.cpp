// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.const]
#include <memory>
#include <utility>

#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<std::unique_ptr<int>> s;
  auto p = s.emplace().take();
  auto o = s.emplace().into<std::unique_ptr<int> const>();
  tenure::slot<int> t;
  auto n = t.emplace(0).into<int const>().take();
#if EXPECT_COMPILE_FAIL
  auto q = std::move(o).take();
#endif
  return n;
}
