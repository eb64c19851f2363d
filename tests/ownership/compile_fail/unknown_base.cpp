// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] whether app::circle is Send is unknown, for it has a base, a C array
#include "tenure/ownership/bounds.hpp"

namespace app {
struct point {
  int x, y;
};
struct disc {
  point centre;
  int radius;
};
struct circle : point {
  int radius;
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::send<app::disc>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::send<app::circle>>());
#endif
}
