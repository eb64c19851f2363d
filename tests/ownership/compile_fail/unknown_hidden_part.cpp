// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak] whether app::window is Leak is unknown, for its part app::widget hides its fields
// expect-error: struct tenure::declare<tenure::marker::leak, app::widget>
#include "tenure/ownership/bounds.hpp"

namespace app {
class widget {
 public:
  int get() const { return x_; }

 private:
  int x_ = 0;
};
struct open_widget {
  int x;
};
struct plain_window {
  int height;
  open_widget part;
};
struct window {
  int height;
  widget part;
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::leak<app::plain_window>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::leak<app::window>>());
#endif
}
