// SPDX-License-Identifier: BSL-1.0
// What is returned is constructed in place, so it must be the value itself.
// expect-error: [ownership.emplace] the value of a tenure::rc<shape> is made by a function that returns int
#include "tenure/ownership/rc.hpp"

struct shape {
  int sides;
};

int main() {
  auto const fine = tenure::rc<shape>::make_with([] { return shape{1}; });
#if EXPECT_COMPILE_FAIL
  auto const other = tenure::rc<shape>::make_with([] { return 1; });
#endif
}
