// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.payload] client must receive pong from server here; the protocol has no message int
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  auto next = std::move(c).send(ping{1});
#if !EXPECT_COMPILE_FAIL
  pong p;
#else
  int p;
#endif
  std::move(next).recv(p).cancel();
  std::move(s).cancel();
}
