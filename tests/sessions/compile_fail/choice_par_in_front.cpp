// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.choice] an arm of the choice of alice begins with a par
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct yes {};
struct no {};
struct more {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol =
    g::choice<alice>(g::send<alice, bob, yes>, g::par(g::send<alice, bob, no>, g::send<bob, alice, more>));
#else
inline constexpr auto protocol = g::choice<alice>(
    g::send<alice, bob, yes>,
    g::seq(g::send<alice, bob, no>, g::par(g::send<alice, bob, more>, g::send<bob, alice, more>)));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
