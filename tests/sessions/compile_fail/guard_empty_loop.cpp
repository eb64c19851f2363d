// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.guard] loop<again> has no step in it
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct tick {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::seq(g::send<alice, bob, tick>, g::loop<struct again>(g::seq()));
#else
inline constexpr auto protocol =
    g::seq(g::send<alice, bob, tick>, g::loop<struct again>(g::send<bob, alice, tick>));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
