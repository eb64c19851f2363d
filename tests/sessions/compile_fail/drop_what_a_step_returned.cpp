// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wunused-result]
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<ping_pong> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
#if !EXPECT_COMPILE_FAIL
  std::move(c).send(ping{1}).cancel();
#else
  std::move(c).send(ping{1});
#endif
  std::move(s).cancel();
}
