// SPDX-License-Identifier: BSL-1.0
// Counted handles can form a circle, and then the value leaks.
// expect-error: [ownership.leak] guard is not Leak
#include "tenure/ownership/rc.hpp"

struct guard {
  ~guard() {}
};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

int main() {
  auto const fine = tenure::rc<int>::make(1);
#if EXPECT_COMPILE_FAIL
  auto const held = tenure::rc<guard>::make();
#endif
}
