// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.peer] client must send order to left here; it cannot send order to server
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<fan> wires;
  auto c = wires.open<client>();
#if !EXPECT_COMPILE_FAIL
  std::move(c).send<left>(order{1}).cancel();
#else
  std::move(c).send<server>(order{1}).cancel();
#endif
}
