// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.role] this is the cursor of server; one of client is wanted
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

void use(g::cursor<ping_pong, client, 0, g::loopback<ping_pong>> c) { std::move(c).cancel(); }

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  use(std::move(c));
#else
  use(std::move(s));
#endif
  std::move(s).cancel();
}
