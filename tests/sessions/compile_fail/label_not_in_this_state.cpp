// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.label] client must send ping to server, or quit to server, here; it cannot send pong
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  auto next = std::move(c).send(ping{1});
#else
  auto next = std::move(c).send(pong{1});
#endif
  std::move(next).cancel();
  std::move(s).cancel();
}
