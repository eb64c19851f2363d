// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.order] client must send ping to server, or quit to server, here; it cannot receive pong
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  auto tried = std::move(c).try_send(ping{1});
#else
  pong p;
  auto tried = std::move(c).try_recv(p);
#endif
  if (tried) std::move(*tried).cancel();
  std::move(s).cancel();
}
