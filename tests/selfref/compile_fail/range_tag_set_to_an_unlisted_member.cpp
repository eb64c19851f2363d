// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.range]
// expect-error: is none of the members that this self_tag chooses from:
#include "tenure/selfref/self_tag.hpp"

using tenure::selfref::self_tag;

struct pick {
  int a, b, c;
  self_tag<&pick::a, &pick::b> which;
};

int main() {
  pick p{1, 2, 3, {}};
  p.which.set<&pick::b>();
#if EXPECT_COMPILE_FAIL
  p.which.set<&pick::c>();
#endif
}
