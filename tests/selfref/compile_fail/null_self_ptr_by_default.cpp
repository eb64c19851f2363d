// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.null] a self_ptr is never null
#include "tenure/selfref/self_ptr.hpp"

using tenure::selfref::self_ptr;

struct node {
  int value;
  self_ptr<int> at;
};

int main() {
  node n{7, self_ptr<int>::to(n, n.value)};
#if EXPECT_COMPILE_FAIL
  self_ptr<int> none;
#endif
  return *n.at - 7;
}
