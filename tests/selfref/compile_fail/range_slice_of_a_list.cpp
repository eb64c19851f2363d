// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.range] there is no self_slice of a member std::
// expect-error: its elements do not lie side by side
#include <list>
#include <vector>

#include "tenure/selfref/self_slice.hpp"

using tenure::selfref::self_slice;

struct queue {
  std::vector<int> ready{1, 2, 3};
  std::list<int> waiting{4, 5, 6};
  self_slice<&queue::ready> first{0, 2};
  self_slice<&queue::waiting> second{0, 2};
};

int main() {
  queue q;
  auto const two = q.first.in(q);
#if EXPECT_COMPILE_FAIL
  auto const none = q.second.in(q);
#endif
  return two[0] - 1;
}
