// SPDX-License-Identifier: BSL-1.0
// C++ could move it, but its author says that it stays where it is.
// expect-error: [ownership.move] immovable is not Move
#include "tenure/ownership/exchange.hpp"

struct immovable {
  int value = 0;
};
template <>
struct tenure::declare<tenure::marker::move, immovable> : tenure::no {};

int main() {
  int a = 1;
  static_cast<void>(tenure::take(a));
#if EXPECT_COMPILE_FAIL
  immovable c;
  static_cast<void>(tenure::take(c));
#endif
}
