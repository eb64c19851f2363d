// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.self] bob sends note to itself
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct note {};
struct yes {};
struct no {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol =
    g::choice<alice>(g::seq(g::send<alice, bob, yes>, g::send<bob, bob, note>), g::send<alice, bob, no>);
#else
inline constexpr auto protocol =
    g::choice<alice>(g::seq(g::send<alice, bob, yes>, g::send<bob, alice, note>), g::send<alice, bob, no>);
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
