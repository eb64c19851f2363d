// SPDX-License-Identifier: BSL-1.0
// Others may have seen the value's address through their handles.
// expect-error: [ownership.move] immovable is not Move
#include "tenure/ownership/rc.hpp"

struct immovable {
  int value = 0;
};
template <>
struct tenure::declare<tenure::marker::move, immovable> : tenure::no {};

int main() {
  auto fine = tenure::rc<int>::make(1);
  static_cast<void>(std::move(fine).try_unwrap());
  auto stays = tenure::rc<immovable>::make();
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(stays).try_unwrap());
#endif
}
