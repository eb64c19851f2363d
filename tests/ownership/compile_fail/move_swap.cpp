// SPDX-License-Identifier: BSL-1.0
// A value whose address somebody may keep is not carried off through a plain reference.
// expect-error: [ownership.move] immovable is not Move
#include "tenure/ownership/exchange.hpp"

struct immovable {
  int value = 0;
};
template <>
struct tenure::declare<tenure::marker::move, immovable> : tenure::no {};

int main() {
  int a = 1;
  int b = 2;
  tenure::swap(a, b);
#if EXPECT_COMPILE_FAIL
  immovable c;
  immovable d;
  tenure::swap(c, d);
#endif
}
