// SPDX-License-Identifier: BSL-1.0
// An early return before it is consumed.
// fault, caught
#include "probe.hpp"

int main() {
  auto t = open();
#if MISUSE
  if (happens()) return 0;
#endif
  use_up(std::move(t));
}
