// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak]
// expect-error: guard
#include <utility>

#include "tenure/ownership/slot.hpp"

struct guard {};
struct plain {};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

int main() {
  tenure::slot<plain> s;
  {
    auto o = tenure::own<plain>::from_raw(s.emplace().release());
  }
  tenure::slot<guard> t;
  auto p = t.emplace();
#if EXPECT_COMPILE_FAIL
  guard* g = std::move(p).release();
#endif
}
