// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.final] client must send ping to server, or quit to server, here
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  std::move(c).send(quit{}).finish();
#else
  std::move(c).finish();
#endif
  std::move(s).cancel();
}
