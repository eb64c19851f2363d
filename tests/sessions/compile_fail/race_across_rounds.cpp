// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.race] logger waits for
// expect-error: restart from alice
// expect-error: can be there already
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct logger {};
struct request {};
struct restart {};
struct go {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::loop<struct again>(g::choice<alice>(
    g::seq(g::send<alice, bob, go>, g::send<bob, logger, request>, g::jump<struct again>),
    g::seq(g::send<alice, logger, restart>, g::send<alice, bob, restart>, g::jump<struct again>)));
#else
inline constexpr auto protocol = g::loop<struct again>(g::choice<alice>(
    g::seq(g::send<alice, bob, go>, g::send<bob, logger, request>, g::jump<struct again>),
    g::seq(g::send<alice, bob, restart>, g::send<bob, logger, restart>, g::jump<struct again>)));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
