// SPDX-License-Identifier: BSL-1.0
// A member that is left out of an aggregate would be null.
// expect-error: [selfref.null] a self_ptr is never null
#include "tenure/selfref/self_ptr.hpp"

using tenure::selfref::self_ptr;
using tenure::selfref::self_ptr_or_null;

struct node {
  int value = 7;
  self_ptr<int> at;
};
struct open_node {
  int value = 7;
  self_ptr_or_null<int> at;
};

int main() {
  open_node const may_be_null{};
#if EXPECT_COMPILE_FAIL
  node const must_not{};
#endif
  return may_be_null.at ? 1 : 0;
}
