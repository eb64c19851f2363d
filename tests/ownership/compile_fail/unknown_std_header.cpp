// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] whether app::message is Send is unknown, for its part std::
// expect-error: #include <tenure/ownership/std.hpp>
#include <string>

#include "tenure/ownership/bounds.hpp"

namespace app {
struct number {
  int value;
};
struct message {
  int number;
  std::string text;
};
}  // namespace app

int main() {
  static_cast<void>(tenure::enforce<tenure::rule::send<app::number>>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::enforce<tenure::rule::send<app::message>>());
#endif
}
