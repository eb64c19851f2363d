// SPDX-License-Identifier: BSL-1.0
// Lent by a reference without annotation.
// correct, false alarm
#include "probe.hpp"

[[maybe_unused]] static void look(ticket& it TENURE_TAKES(unconsumed)) { total = it.peek(); }

int main() {
  auto t = open();
#if MISUSE
  look(t);
#else
  total = t.peek();
#endif
  use_up(std::move(t));
}
