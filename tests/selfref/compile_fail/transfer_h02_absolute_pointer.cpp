// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer] node cannot be relocated: its part int
// expect-error: may lead into the object itself
#include "tenure/selfref/relocate.hpp"
#include "tenure/selfref/self_ptr.hpp"

using namespace tenure::selfref;

struct node {
  int value;
  int* at;
};
struct relative {
  int value;
  self_ptr<int> at;
};

void move(relative* from, relative* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(node* from, node* to) { relocate_n(from, 1, to); }
#endif

int main() {}
