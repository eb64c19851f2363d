// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.order] left must split() here
#include <utility>

#include "sessions/protocols.hpp"
#include "tenure/sessions/ring.hpp"

using namespace tenure::test;

int main() {
  g::loopback<crossing> wires;
  auto l = wires.open<left>();
#if !EXPECT_COMPILE_FAIL
  auto [out, in] = std::move(l).split();
#else
  auto out = std::move(l).send(ping{1});
#endif
}
