// SPDX-License-Identifier: BSL-1.0
// Consumed in one branch only.
// fault, caught
#include "probe.hpp"

int main() {
  auto t = open();
#if MISUSE
  if (!happens()) use_up(std::move(t));
#else
  use_up(std::move(t));
#endif
}
