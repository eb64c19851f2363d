// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.branch] an arm in the offer of server takes any message: give its message a type, or write otherwise(...)
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
                     g::otherwise([](auto, auto next) { return std::move(next).cancel(); }));
#else
  std::move(s).offer([](ping, auto next) { return std::move(next).cancel(); },
                     [](auto, auto next) { return std::move(next).cancel(); });
#endif
  std::move(c).cancel();
}
