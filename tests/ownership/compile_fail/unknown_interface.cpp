// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak] whether app::shape is Leak is unknown, for it is abstract
#include "tenure/ownership/bounds.hpp"

namespace app {
struct shape {
  virtual ~shape() = default;
  virtual int area() const = 0;
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::leak<app::shape*>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::leak<app::shape>>());
#endif
}
