// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.merge] carol sends hot to bob, in the arm of alice that begins with yes to bob, but sends cold to bob, in the arm of alice that begins with no to bob
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct carol {};
struct yes {};
struct no {};
struct hot {};
struct cold {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::choice<alice>(g::seq(g::send<alice, bob, yes>, g::send<carol, bob, hot>),
                                                  g::seq(g::send<alice, bob, no>, g::send<carol, bob, cold>));
#else
inline constexpr auto protocol =
    g::choice<alice>(g::seq(g::send<alice, bob, yes>, g::send<alice, carol, yes>, g::send<carol, bob, hot>),
                     g::seq(g::send<alice, bob, no>, g::send<alice, carol, no>, g::send<carol, bob, cold>));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
