// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

template <class Cursor>
void play(Cursor c TENURE_TAKES(unconsumed)) {
  auto next = std::move(c).send(ping{1});
#if EXPECT_COMPILE_FAIL
  static_cast<void>(c.ready());
#endif
  std::move(next).cancel();
}

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if EXPECT_COMPILE_FAIL
#endif
  play(std::move(c));
  std::move(s).cancel();
}
