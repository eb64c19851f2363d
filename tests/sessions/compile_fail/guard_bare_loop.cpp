// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.guard] jump<again> goes back to loop<again> without a message
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct tick {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::loop<struct again>(g::jump<struct again>);
#else
inline constexpr auto protocol =
    g::loop<struct again>(g::seq(g::send<alice, bob, tick>, g::jump<struct again>));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
