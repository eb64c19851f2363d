// SPDX-License-Identifier: BSL-1.0
// One expression has one type.
// expect-error: [selfref.owner] the members of this self_tag are of different types, (int, double)
#include "tenure/selfref/self_tag.hpp"

using tenure::selfref::self_tag;

struct unlike {
  int a;
  double b;
  self_tag<&unlike::a, &unlike::b> which;
};

int main() {
  unlike u{1, 2.5, {}};
  auto const twice = u.which.visit(u, [](auto each) { return 2.0 * each; });
#if EXPECT_COMPILE_FAIL
  auto const one = u.which.in(u);
#endif
  return twice == 2.0 ? 0 : 1;
}
