// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] app::session is not Send, for its part int may be written by two threads at once
#include <memory>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/std.hpp"

namespace app {
struct snapshot {
  std::shared_ptr<int const> state;
};
struct session {
  std::shared_ptr<int> state;
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::send<app::snapshot>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::send<app::session>>());
#endif
}
