// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.order] server must send pong to client here; it is not yet back where it must receive ping from client
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
  while (s.next_is<ping>()) s = std::move(s).recv(p).send(pong{1});
#else
  ping p;
  while (s.next_is<ping>()) s = std::move(s).recv(p);
#endif
  std::move(c).cancel();
  std::move(s).cancel();
}
