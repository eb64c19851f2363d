// SPDX-License-Identifier: BSL-1.0
// An outer value consumed inside a loop.
// fault, caught
#include "probe.hpp"

int main() {
  auto t = open();
#if MISUSE
  for (int i = 0; i != 2; ++i) total = std::move(t).consume();
#else
  use_up(std::move(t));
#endif
}
