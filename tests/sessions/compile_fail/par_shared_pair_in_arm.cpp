// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.par] tick and stop, both from alice to bob, stand in different parts of a par
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct carol {};
struct tick {};
struct tock {};
struct stop {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol =
    g::par(g::send<alice, bob, tick>,
           g::seq(g::send<bob, alice, tock>,
                  g::choice<alice>(g::send<alice, carol, tock>, g::send<alice, bob, stop>)));
#else
inline constexpr auto protocol =
    g::par(g::send<alice, bob, tick>,
           g::seq(g::send<bob, alice, tock>,
                  g::choice<carol>(g::send<carol, alice, tock>, g::send<carol, alice, stop>)));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
