// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  auto moved = std::move(c);
#if !EXPECT_COMPILE_FAIL
  std::move(moved).cancel();
#else
  std::move(moved).cancel();
  std::move(c).cancel();
#endif
  std::move(s).cancel();
}
