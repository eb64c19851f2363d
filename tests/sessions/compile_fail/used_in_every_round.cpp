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
  pong p;
#if !EXPECT_COMPILE_FAIL
  for (int i = 0; i < 3; ++i) c = std::move(c).send(ping{i}).recv(p);
  std::move(c).cancel();
#else
  for (int i = 0; i < 3; ++i) std::move(c).send(ping{i}).recv(p).cancel();
#endif
  std::move(s).cancel();
}
