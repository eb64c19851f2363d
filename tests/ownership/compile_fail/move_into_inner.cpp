// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.move] immovable is not Move
#include "tenure/ownership/manually_drop.hpp"

struct immovable {
  int value = 0;
};
template <>
struct tenure::declare<tenure::marker::move, immovable> : tenure::no {};

int main() {
  tenure::manually_drop<int> fine{1};
  static_cast<void>(std::move(fine).into_inner());
  tenure::manually_drop<immovable> stays{std::in_place};
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(stays).into_inner());
#endif
}
