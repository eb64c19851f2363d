// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.drop] the arm of server for ping returns void
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  std::move(s).offer([](ping, auto next) { return std::move(next).cancel(); },
                     [](quit, auto next) { return std::move(next).finish(); });
#else
  std::move(s).offer([](ping, auto next) { static_cast<void>(next); },
                     [](quit, auto next) { return std::move(next).finish(); });
#endif
  std::move(c).cancel();
}
