// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.scope] tock from bob to alice stands behind jump<again> and is never reached
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct tick {};
struct tock {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::loop<struct again>(
    g::seq(g::send<alice, bob, tick>, g::jump<struct again>, g::send<bob, alice, tock>));
#else
inline constexpr auto protocol = g::loop<struct again>(
    g::seq(g::send<alice, bob, tick>, g::send<bob, alice, tock>, g::jump<struct again>));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
