// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] whether
// expect-error: hides its fields
#include "tenure/ownership/bounds.hpp"

template <class F>
bool sends(F const&) {
  return tenure::enforce<tenure::rule::send<F>>();
}

int main() {
  sends([] { return 1; });
#if EXPECT_COMPILE_FAIL
  sends([n = 1] { return n; });
#endif
}
