// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] whether app::either is Send is unknown, for it is a union
#include "tenure/ownership/bounds.hpp"

namespace app {
struct both {
  int a;
  float b;
};
union either {
  int a;
  float b;
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::send<app::both>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::send<app::either>>());
#endif
}
