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
  int const argc = wires.failure() ? 1 : 2;
  pong p;
#if !EXPECT_COMPILE_FAIL
  if (argc > 1) c = std::move(c).send(ping{1}).recv(p);
  std::move(c).cancel();
#else
  if (argc > 1) std::move(c).cancel();
#endif
  std::move(s).cancel();
}
