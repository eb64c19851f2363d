// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.order] server must receive ping from client, or quit from client, here; it cannot send pong
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  ping p;
  auto next = std::move(s).recv(p);
#else
  auto next = std::move(s).send(pong{1});
#endif
  std::move(next).cancel();
  std::move(c).cancel();
}
