// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.choice] an arm of the choice of alice has no message
// expect-error: as another does with yes from alice to bob
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct yes {};
struct no {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::choice<alice>(g::send<alice, bob, yes>, g::seq());
#else
inline constexpr auto protocol = g::choice<alice>(g::send<alice, bob, yes>, g::send<alice, bob, no>);
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
