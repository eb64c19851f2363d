// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.move] app::task is not Move, for it cannot be moved: leave it where it is
#include "tenure/ownership/bounds.hpp"

namespace app {
struct anchor {
  anchor() = default;
  anchor(anchor&&) = delete;
};
struct task {
  int priority;
  anchor here;
};
}  // namespace app
template <>
struct tenure::declare<tenure::marker::leak, app::anchor> : tenure::yes {};

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::leak<app::task>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::move<app::task>>());
#endif
}
