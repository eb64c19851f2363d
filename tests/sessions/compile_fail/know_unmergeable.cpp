// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.know] carol cannot know whether it is done: it still receives third from alice, in the arm of alice that begins with second to bob, but is done, in the arm of alice that begins with first to bob
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct carol {};
struct first {};
struct second {};
struct third {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::choice<alice>(
    g::send<alice, bob, first>, g::seq(g::send<alice, bob, second>, g::send<alice, carol, third>));
#else
inline constexpr auto protocol =
    g::choice<alice>(g::seq(g::send<alice, bob, first>, g::send<alice, carol, first>),
                     g::seq(g::send<alice, bob, second>, g::send<alice, carol, third>));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
