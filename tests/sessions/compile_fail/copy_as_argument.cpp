// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.copy]
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

void use(auto c) { std::move(c).cancel(); }

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  use(std::move(c));
#else
  use(c);
#endif
  std::move(s).cancel();
}
