// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.self]
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

inline constexpr auto to_oneself = g::send<client, client, ping>;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if EXPECT_COMPILE_FAIL
  g::loopback<to_oneself> others;
#endif
  std::move(c).cancel();
  std::move(s).cancel();
}
