// SPDX-License-Identifier: BSL-1.0
// The crate that leaked a scoped thread's guard did it through a circle of Arcs.
// expect-error: [ownership.leak] join_guard is not Leak
#include "tenure/ownership/arc.hpp"

struct join_guard {
  ~join_guard() {}
};
template <>
struct tenure::declare<tenure::marker::leak, join_guard> : tenure::no {};

int main() {
  auto const fine = tenure::arc<int>::make_with([] { return 1; });
#if EXPECT_COMPILE_FAIL
  auto const held = tenure::arc<join_guard>::make_with([] { return join_guard{}; });
#endif
}
