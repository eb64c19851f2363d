// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] app::job is not Send, for its part int may be written by two threads at once
#include "tenure/ownership/bounds.hpp"

namespace app {
struct reading {
  int const& counter;
};
struct job {
  int& counter;
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::send<app::reading>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::send<app::job>>());
#endif
}
