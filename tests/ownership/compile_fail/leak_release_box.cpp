// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak]
// expect-error: guard
#include <utility>

#include "tenure/ownership/box.hpp"

struct guard {};
struct plain {
  int n = 0;
};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

int main() {
  plain& forever = tenure::box<plain>::make().leak();
  auto b = tenure::box<guard>::make();
#if EXPECT_COMPILE_FAIL
  guard& g = std::move(b).leak();
#endif
  return forever.n;
}
