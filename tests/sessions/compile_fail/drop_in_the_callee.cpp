// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

void use([[maybe_unused]] auto c TENURE_TAKES(unconsumed) TENURE_RETURNS(consumed)) {
#if !EXPECT_COMPILE_FAIL
  std::move(c).cancel();
#endif
}

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if EXPECT_COMPILE_FAIL
#endif
  use(std::move(c));
  std::move(s).cancel();
}
