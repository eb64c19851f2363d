// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.role] left takes no part in this protocol: its roles are client, server
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if EXPECT_COMPILE_FAIL
  static_cast<void>(wires.open<left>());
#endif
  std::move(c).cancel();
  std::move(s).cancel();
}
