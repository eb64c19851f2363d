// SPDX-License-Identifier: BSL-1.0
// An endless loop that puts the value back.
// correct, false alarm
#include "probe.hpp"

static ticket stamp(ticket it TENURE_TAKES(unconsumed) TENURE_RETURNS(consumed)) {
  return ticket{std::move(it).consume() + 1};
}

int main() {
  auto t = open();
#if MISUSE
  while (true) {
    t = stamp(std::move(t));
    if (happens()) break;
  }
#else
  t = stamp(std::move(t));
#endif
  use_up(std::move(t));
}
