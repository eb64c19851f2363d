// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak] app::task is not Leak, for its part app::guard is declared not to be Leak: let its scope end
#include "tenure/ownership/bounds.hpp"

namespace app {
struct guard {
  int number;
};
struct task {
  int priority;
  guard joins;
};
}  // namespace app
template <>
struct tenure::declare<tenure::marker::leak, app::guard> : tenure::no {};

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::move<app::task>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::leak<app::task>>());
#endif
}
