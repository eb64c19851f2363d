// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.order] client must receive pong from server here; it cannot send ping
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
  auto last = std::move(next).recv(p);
#else
  auto last = std::move(next).send(ping{2});
#endif
  std::move(last).cancel();
  std::move(s).cancel();
}
