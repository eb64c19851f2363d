// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.role] mallory takes no part in this protocol: its roles are alice, bob
#include "tenure/sessions/diagnose.hpp"

namespace g = tenure::sessions;
struct alice {};
struct bob {};
struct mallory {};
struct tick {};

inline constexpr auto protocol = g::send<alice, bob, tick>;
static_assert(tenure::told<g::rule::has_role<protocol, bob>>());
#if EXPECT_COMPILE_FAIL
static_assert(tenure::told<g::rule::has_role<protocol, mallory>>());
#endif

int main() {}
