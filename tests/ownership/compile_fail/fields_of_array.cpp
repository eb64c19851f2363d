// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.fields] which fields app::grid has cannot be known
#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/structure.hpp"

namespace app {
struct line {
  int a, b, c;
};
struct grid {
  int cells[3];
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::fields<app::line>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::fields<app::grid>>());
#endif
}
