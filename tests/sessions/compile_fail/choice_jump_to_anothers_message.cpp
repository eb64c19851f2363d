// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.choice] alice chooses, but an arm begins with request from bob to alice
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct request {};
struct yes {};
struct no {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::loop<struct again>(
    g::seq(g::send<bob, alice, request>, g::choice<alice>(g::jump<struct again>, g::send<alice, bob, no>)));
#else
inline constexpr auto protocol = g::loop<struct again>(g::seq(
    g::send<bob, alice, request>,
    g::choice<alice>(g::seq(g::send<alice, bob, yes>, g::jump<struct again>), g::send<alice, bob, no>)));
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
