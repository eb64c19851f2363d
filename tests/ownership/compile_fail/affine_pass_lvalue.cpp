// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
#include <utility>

#include "tenure/ownership/slot.hpp"

int end(tenure::own<int> o) { return *o; }

int main() {
  tenure::slot<int> s;
  auto o = s.emplace(0);
  int const zero = end(std::move(o));
#if EXPECT_COMPILE_FAIL
  tenure::slot<int> t;
  auto p = t.emplace(1);
  end(p);
#endif
  return zero;
}
