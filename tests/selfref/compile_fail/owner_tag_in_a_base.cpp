// SPDX-License-Identifier: BSL-1.0
// A base is not the value that the tag lies in.
// expect-error: [selfref.owner] this refers to a member of pick, so it cannot be resolved in a plain
#include "tenure/selfref/self_tag.hpp"

using tenure::selfref::self_tag;

struct plain {
  int a, b;
};
struct pick : plain {
  int c, d;
  self_tag<&pick::c, &pick::d> which;
};

int main() {
  pick p{{1, 2}, 3, 4, {}};
  plain& part = p;
  part.a = p.which.in(p);
#if EXPECT_COMPILE_FAIL
  part.b = p.which.in(part);
#endif
}
