// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.scope] tock from bob to alice stands behind steps that all end in a jump
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct tick {};
struct tock {};
struct stop {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol =
    g::seq(g::loop<struct again>(g::choice<alice>(g::seq(g::send<alice, bob, tick>, g::jump<struct again>),
                                                  g::seq(g::send<alice, bob, stop>, g::jump<struct again>))),
           g::send<bob, alice, tock>);
#else
inline constexpr auto protocol =
    g::seq(g::loop<struct again>(g::choice<alice>(g::seq(g::send<alice, bob, tick>, g::jump<struct again>),
                                                  g::send<alice, bob, stop>)),
           g::send<bob, alice, tock>);
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
