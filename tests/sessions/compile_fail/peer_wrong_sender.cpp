// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.peer] client must receive done from left here; it cannot receive done from right
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<fan> wires;
  auto c = wires.open<client>();
  auto next = std::move(c).send(order{1}).send(order{2});
  done d;
#if !EXPECT_COMPILE_FAIL
  std::move(next).recv<left>(d).cancel();
#else
  std::move(next).recv<right>(d).cancel();
#endif
}
