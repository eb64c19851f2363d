// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.emplace]
// expect-error: point cannot be made from (
#include <string>

#include "tenure/ownership/slot.hpp"

struct point {
  int x, y;
};

int main() {
  tenure::slot<point> s;
  auto o = s.emplace(1, 2);
  tenure::slot<point> t;
#if EXPECT_COMPILE_FAIL
  auto p = t.emplace("one", std::string{"two"});
#endif
}
