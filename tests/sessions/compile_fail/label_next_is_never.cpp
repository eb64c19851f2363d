// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.label] server must receive ping from client, or quit from client, here; it cannot receive pong
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  bool const b = s.next_is<ping>();
#else
  bool const b = s.next_is<pong>();
#endif
  std::move(c).cancel();
  std::move(s).cancel();
  return b;
}
