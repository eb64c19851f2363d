// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.null] a self_ptr is never null
#include "tenure/selfref/self_ptr.hpp"

using tenure::selfref::self_ptr;
using tenure::selfref::self_ptr_or_null;

struct node {
  int value;
  self_ptr<int> at;
  self_ptr_or_null<int> maybe;
};

int main() {
  node n{7, self_ptr<int>::to(n, n.value), self_ptr<int>::to(n, n.value)};
  n.maybe = nullptr;
#if EXPECT_COMPILE_FAIL
  n.at = nullptr;
#endif
}
