// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer] node cannot be relocated: its part int
// expect-error: may lead into the object itself
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct node {
  int value;
  int& at;
};
struct outward {
  int value;
  double& at;
};

void move(outward* from, outward* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(node* from, node* to) { relocate_n(from, 1, to); }
#endif

int main() {}
