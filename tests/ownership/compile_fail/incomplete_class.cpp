// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.incomplete] app::later is incomplete here
#include "tenure/ownership/bounds.hpp"

namespace app {
struct later;
}  // namespace app

int main() {
  static_assert(tenure::Leak<app::later*>);
#if EXPECT_COMPILE_FAIL
  static_assert(tenure::Leak<app::later>);
#endif
}
