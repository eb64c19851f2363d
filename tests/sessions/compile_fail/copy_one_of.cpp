// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.copy]
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  auto next = std::move(c).send(ping{1});
  auto end = std::move(s).offer([](ping p, auto after) { return std::move(after).send(pong{p.value}); },
                                [](quit, auto after) { return std::move(after).finish(); });
  std::move(next).cancel();
#if !EXPECT_COMPILE_FAIL
  auto other = std::move(end);
#else
  auto other = end;
#endif
}
