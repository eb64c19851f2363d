// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.move] app::task is not Move, for its part app::node is declared not to be Move
#include "tenure/ownership/bounds.hpp"

namespace app {
struct node {
  node* neighbour;
};
struct task {
  int priority;
  node links;
};
}  // namespace app
template <>
struct tenure::declare<tenure::marker::move, app::node> : tenure::no {};

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::leak<app::task>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::move<app::task>>());
#endif
}
