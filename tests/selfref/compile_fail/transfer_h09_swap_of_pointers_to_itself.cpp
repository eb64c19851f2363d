// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer] node cannot be relocated
#include <utility>

#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct node {
  int value;
  node* self;
};
struct number {
  int value;
};

int main() {
  number a{1}, b{2};
  swap_places(a, b);
#if EXPECT_COMPILE_FAIL
  node c{1, &c}, d{2, &d};
  swap_places(c, d);  // std::swap takes them, and leaves each pointing to the other
#endif
}
