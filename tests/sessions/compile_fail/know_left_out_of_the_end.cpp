// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.know] carol cannot know whether it is done: it still receives tick from bob
// expect-error: but is done, in the arm of alice that begins with stop to bob
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct carol {};
struct tick {};
struct stop {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::loop<struct again>(
    g::choice<alice>(g::seq(g::send<alice, bob, tick>, g::send<bob, carol, tick>, g::jump<struct again>),
                     g::send<alice, bob, stop>));
#else
inline constexpr auto protocol = g::loop<struct again>(
    g::choice<alice>(g::seq(g::send<alice, bob, tick>, g::send<bob, carol, tick>, g::jump<struct again>),
                     g::seq(g::send<alice, bob, stop>, g::send<bob, carol, stop>)));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
