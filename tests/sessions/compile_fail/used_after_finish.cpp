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
  auto last = std::move(c).send(quit{});
#if !EXPECT_COMPILE_FAIL
  std::move(last).finish();
#else
  std::move(last).finish();
  std::move(last).finish();
#endif
  std::move(s).cancel();
}
