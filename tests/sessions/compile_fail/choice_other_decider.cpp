// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.choice] alice chooses, but an arm begins with no from bob to alice
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct yes {};
struct no {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::choice<alice>(g::send<alice, bob, yes>, g::send<bob, alice, no>);
#else
inline constexpr auto protocol = g::choice<alice>(g::send<alice, bob, yes>, g::send<alice, bob, no>);
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
