// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.par] a part of a par has no message
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct tick {};
struct tock {};

#if EXPECT_COMPILE_FAIL
inline constexpr auto protocol = g::par(g::send<alice, bob, tick>, g::seq());
#else
inline constexpr auto protocol = g::par(g::send<alice, bob, tick>, g::send<bob, alice, tock>);
#endif
static_assert(g::require_well_formed<protocol>());

int main() {}
