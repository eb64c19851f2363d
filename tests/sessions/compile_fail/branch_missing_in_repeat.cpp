// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.branch] the offer of server has no arm for quit from client
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  std::move(s).repeat([](ping, auto next) { return std::move(next).cancel(); },
                      [](quit, auto next) { return std::move(next).finish(); });
#else
  std::move(s).repeat([](ping p, auto next) { return std::move(next).send(pong{p.value}); });
#endif
  std::move(c).cancel();
}
