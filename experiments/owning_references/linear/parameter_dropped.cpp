// SPDX-License-Identifier: BSL-1.0
// An annotated parameter that the callee drops.
// fault, caught
#include "probe.hpp"

static void leaf(ticket it TENURE_TAKES(unconsumed) TENURE_RETURNS(consumed)) {
#if MISUSE
  total = it.peek();
#else
  use_up(std::move(it));
#endif
}

int main() { leaf(open()); }
