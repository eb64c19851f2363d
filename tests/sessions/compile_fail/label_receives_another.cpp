// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.label] client must receive pong from server here; it cannot receive ping
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
  ping p;
#endif
  std::move(next).recv(p).cancel();
  std::move(s).cancel();
}
