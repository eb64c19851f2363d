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
  pick const p{1, 2, 3, {}};
  bool const known = p.which.is<&pick::a>();
#if EXPECT_COMPILE_FAIL
  bool const never = p.which.is<&pick::c>();
#endif
  return known ? 0 : 1;
}
