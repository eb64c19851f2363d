// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.codec] order cannot be encoded: field 1 of order:
#include "tenure/sessions/choreography.hpp"
#include "tenure/sessions/fingerprint.hpp"

namespace g = tenure::sessions;
struct buyer {};
struct seller {};
struct order {
#if !EXPECT_COMPILE_FAIL
  unsigned short item;
#else
  unsigned short& item;
#endif
};
inline constexpr auto shop = g::send<buyer, seller, order>;

int main() { return g::fingerprint<shop> == 0; }
