// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.split]
// expect-error: declared not to be taken apart
#include <utility>

#include "tenure/ownership/slot.hpp"

struct whole {
  int a, b;
};
struct parts {
  int a, b;
};
template <>
struct tenure::declare<tenure::marker::destructure, whole> : tenure::no {};

int main() {
  tenure::slot<parts> s;
  auto [a, b] = s.emplace(1, 2).split();
  tenure::slot<whole> t;
  auto o = t.emplace(1, 2);
#if EXPECT_COMPILE_FAIL
  auto [c, d] = std::move(o).split();
#endif
}
