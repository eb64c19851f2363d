// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  auto next = std::move(c).send(ping{1});
#if !EXPECT_COMPILE_FAIL
  std::move(next).cancel();
#else
  static_cast<void>(next);
#endif
  std::move(s).cancel();
}
