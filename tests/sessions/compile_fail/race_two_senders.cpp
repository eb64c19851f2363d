// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.race] carol waits for left from bob, in the arm of alice that begins with first to bob, or for right from alice, in the arm of alice that begins with second to bob, but where left was sent, right from alice can be there already
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct carol {};
struct first {};
struct second {};
struct left {};
struct right {};
struct other {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::choice<alice>(
    g::seq(g::send<alice, bob, first>, g::send<bob, carol, left>, g::send<alice, carol, right>),
    g::seq(g::send<alice, bob, second>, g::send<alice, carol, right>, g::send<bob, carol, left>));
#else
inline constexpr auto protocol = g::choice<alice>(
    g::seq(g::send<alice, bob, first>, g::send<bob, carol, left>, g::send<alice, carol, right>),
    g::seq(g::send<alice, bob, second>, g::send<bob, carol, other>, g::send<alice, carol, right>));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
