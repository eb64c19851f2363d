// SPDX-License-Identifier: BSL-1.0
// Used after a plain std::move.
// fault, caught
#include "probe.hpp"

int main() {
  auto t = open();
  auto u = std::move(t);
#if MISUSE
  total = t.peek();
#endif
  use_up(std::move(u));
}
