// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.choice] two arms of the choice of alice begin with yes to bob
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct yes {};
struct no {};
struct maybe {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::choice<alice>(
    g::choice<alice>(g::send<alice, bob, yes>, g::send<alice, bob, maybe>), g::send<alice, bob, yes>);
#else
inline constexpr auto protocol = g::choice<alice>(
    g::choice<alice>(g::send<alice, bob, yes>, g::send<alice, bob, maybe>), g::send<alice, bob, no>);
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
