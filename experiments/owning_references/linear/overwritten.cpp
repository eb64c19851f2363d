// SPDX-License-Identifier: BSL-1.0
// Overwritten while it is live.
// fault, caught
#include "probe.hpp"

int main() {
  auto t = open();
#if MISUSE
  t = open();
#endif
  use_up(std::move(t));
}
