// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.guard] jump<outer> goes back to loop<outer> without a message
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct tick {};
struct stop {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::loop<struct outer>(
    g::loop<struct inner>(g::choice<alice>(g::jump<struct outer>, g::send<alice, bob, stop>)));
#else
inline constexpr auto protocol = g::loop<struct outer>(
    g::seq(g::send<alice, bob, tick>,
           g::loop<struct inner>(g::choice<alice>(g::jump<struct outer>, g::send<alice, bob, stop>))));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
