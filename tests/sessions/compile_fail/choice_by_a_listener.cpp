// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.choice] carol chooses, but an arm begins with yes from alice to bob
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct carol {};
struct yes {};
struct no {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::choice<carol>(g::send<alice, bob, yes>, g::send<alice, bob, no>);
#else
inline constexpr auto protocol = g::choice<alice>(g::send<alice, bob, yes>, g::send<alice, bob, no>);
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
