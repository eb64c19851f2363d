// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.scope] loop<again> stands in a loop of the same tag
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct tick {};
struct tock {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::loop<struct again>(
    g::seq(g::send<alice, bob, tick>,
           g::loop<struct again>(g::seq(g::send<bob, alice, tock>, g::jump<struct again>))));
#else
inline constexpr auto protocol = g::loop<struct again>(
    g::seq(g::send<alice, bob, tick>,
           g::loop<struct inner>(g::seq(g::send<bob, alice, tock>, g::jump<struct inner>))));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
