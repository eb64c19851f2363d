// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.role] this is the cursor of server; one of client is wanted
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  auto d = std::move(c);
#if !EXPECT_COMPILE_FAIL
  c = std::move(d);
#else
  c = std::move(s);
#endif
  std::move(c).cancel();
  std::move(s).cancel();
}
