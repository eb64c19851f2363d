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
#if !EXPECT_COMPILE_FAIL
  auto f = [c = std::move(c)]() mutable { std::move(c).cancel(); };
#else
  auto f = [c]() mutable { std::move(c).cancel(); };
#endif
  f();
  std::move(s).cancel();
}
