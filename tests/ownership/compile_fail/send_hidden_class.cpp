// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] whether app::widget is Send is unknown, for it hides its fields
// expect-error: struct tenure::declare<tenure::marker::send, app::widget> : tenure::yes {}; or tenure::no
#include "tenure/ownership/bounds.hpp"

namespace app {
class widget {
 public:
  int get() const { return x_; }

 private:
  int x_ = 0;
};
class told {
 public:
  int get() const { return x_; }

 private:
  int x_ = 0;
};
}  // namespace app
template <>
struct tenure::declare<tenure::marker::send, app::told> : tenure::yes {};

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::send<app::told>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::send<app::widget>>());
#endif
}
