// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.sync] whether app::table is Sync is unknown, for it has a mutable field
#include "tenure/ownership/bounds.hpp"

namespace app {
struct row {
  int key, hits;
};
struct table {
  int key;
  mutable int hits;
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::sync<app::row>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::sync<app::table>>());
#endif
}
