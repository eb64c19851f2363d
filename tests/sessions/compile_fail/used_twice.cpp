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
#if !EXPECT_COMPILE_FAIL
  auto first = std::move(c).send(ping{1});
#else
  auto first = std::move(c).send(ping{1});
  auto second = std::move(c).send(ping{2});
  std::move(second).cancel();
#endif
  std::move(first).cancel();
  std::move(s).cancel();
}
