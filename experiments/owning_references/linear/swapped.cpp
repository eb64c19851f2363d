// SPDX-License-Identifier: BSL-1.0
// Two values swapped.
// correct, false alarm
#include "probe.hpp"

int main() {
  auto t = open();
  auto u = open();
#if MISUSE
  std::swap(t, u);
#endif
  use_up(std::move(t));
  use_up(std::move(u));
}
