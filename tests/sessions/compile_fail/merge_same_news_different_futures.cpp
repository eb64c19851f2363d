// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.merge] carol sends hot to alice, in the arm of alice that begins with yes to bob, but sends cold to alice, in the arm of alice that begins with no to bob
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct carol {};
struct yes {};
struct no {};
struct news {};
struct olds {};
struct hot {};
struct cold {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol =
    g::choice<alice>(g::seq(g::send<alice, bob, yes>, g::send<bob, carol, news>, g::send<carol, alice, hot>),
                     g::seq(g::send<alice, bob, no>, g::send<bob, carol, news>, g::send<carol, alice, cold>));
#else
inline constexpr auto protocol =
    g::choice<alice>(g::seq(g::send<alice, bob, yes>, g::send<bob, carol, news>, g::send<carol, alice, hot>),
                     g::seq(g::send<alice, bob, no>, g::send<bob, carol, olds>, g::send<carol, alice, cold>));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
