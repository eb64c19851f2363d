// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.split]
#include <utility>

#include "tenure/ownership/slot.hpp"

struct base {
  int a;
};
struct derived : base {
  int b;
};

int main() {
  tenure::slot<base> s;
  auto [a] = s.emplace(1).split();
  tenure::slot<derived> t;
  auto o = t.emplace(base{1}, 2);
#if EXPECT_COMPILE_FAIL
  auto pieces = std::move(o).split();
#endif
}
