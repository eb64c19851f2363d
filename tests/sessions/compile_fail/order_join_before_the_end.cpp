// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.order] join() needs the cursors of all parts of one par, each at the end of its part; here left must send ping to right here
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<crossing> wires;
  auto l = wires.open<left>();
  auto [out, in] = std::move(l).split();
#if !EXPECT_COMPILE_FAIL
  auto joined = join(g::adopt(std::move(out)).send(ping{1}), g::adopt(std::move(in)).recv<pong>().next);
  std::move(joined).cancel();
#else
  auto joined = join(g::adopt(std::move(out)), g::adopt(std::move(in)));
  std::move(joined).cancel();
#endif
}
