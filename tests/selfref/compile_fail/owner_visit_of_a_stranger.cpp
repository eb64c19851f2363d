// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.owner] this refers to a member of pick
#include "tenure/selfref/self_tag.hpp"

using tenure::selfref::self_tag;

struct pick {
  int a, b;
  self_tag<&pick::a, &pick::b> which;
};
struct other {
  int a, b;
};

int main() {
  pick p{1, 2, {}};
  other o{3, 4};
  auto const same = [](int each) { return each; };
  o.a = p.which.visit(p, same);
#if EXPECT_COMPILE_FAIL
  p.which.visit(o, same);
#endif
  return o.a - 1;
}
