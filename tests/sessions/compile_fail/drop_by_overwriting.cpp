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
  g::loopback<ping_pong> others;
  auto d = others.open<client>();
#if !EXPECT_COMPILE_FAIL
  std::move(c).cancel();
  c = std::move(d);
#else
  c = std::move(d);
#endif
  std::move(c).cancel();
  std::move(s).cancel();
}
