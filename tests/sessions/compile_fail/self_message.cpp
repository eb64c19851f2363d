// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.self] alice sends note to itself
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct note {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::send<alice, alice, note>;
#else
inline constexpr auto protocol = g::send<alice, bob, note>;
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
