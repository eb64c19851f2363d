// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.order] client has come to its end here: finish(); it cannot send ping
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  auto last = std::move(c).send(quit{});
#if !EXPECT_COMPILE_FAIL
  std::move(last).finish();
#else
  auto more = std::move(last).send(ping{1});
#endif
  std::move(s).cancel();
}
