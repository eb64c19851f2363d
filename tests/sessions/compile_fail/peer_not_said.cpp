// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.peer] client must send order to left, or order to right, here: say to whom
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<either> wires;
  auto c = wires.open<client>();
#if !EXPECT_COMPILE_FAIL
  std::move(c).send<left>(order{1}).cancel();
#else
  std::move(c).send(order{1}).cancel();
#endif
}
