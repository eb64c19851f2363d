// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] app::job is not Send, for its part int
// expect-error: which others may use meanwhile
#include "tenure/ownership/bounds.hpp"

namespace app {
struct result {
  int value;
};
struct job {
  int number;
  int* where;
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::send<app::result>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::send<app::job>>());
#endif
}
