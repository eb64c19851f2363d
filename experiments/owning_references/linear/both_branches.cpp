// SPDX-License-Identifier: BSL-1.0
// Consumed in each branch of a switch.
// correct, clean
#include "probe.hpp"

int main() {
  auto t = open();
#if MISUSE
  switch (t.peek()) {
    case 1:
      use_up(std::move(t));
      break;
    case 2:
      total = std::move(t).consume();
      break;
    default:
      use_up(std::move(t));
  }
#else
  use_up(std::move(t));
#endif
}
