// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.guard] jump<again> goes back to loop<again> without a message, in an arm of alice
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct tick {};
struct stop {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol =
    g::loop<struct again>(g::choice<alice>(g::jump<struct again>, g::send<alice, bob, stop>));
#else
inline constexpr auto protocol = g::loop<struct again>(
    g::choice<alice>(g::seq(g::send<alice, bob, tick>, g::jump<struct again>), g::send<alice, bob, stop>));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
