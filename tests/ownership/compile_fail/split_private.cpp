// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.split]
#include <utility>

#include "tenure/ownership/slot.hpp"

class hides {
  int a = 1;

 public:
  int sum() const { return a + b; }
  int b = 2;
};

int main() {
  tenure::slot<hides> s;
  auto o = s.emplace();
  int const sum = o->sum();
#if EXPECT_COMPILE_FAIL
  auto pieces = std::move(o).split();
#endif
  return sum - 3;
}
