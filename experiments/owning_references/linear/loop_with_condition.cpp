// SPDX-License-Identifier: BSL-1.0
// A loop with a condition that puts the value back.
// correct, clean
#include "probe.hpp"

int main() {
  auto t = open();
#if MISUSE
  int i = 0;
  while (happens() && i++ < 3) {
    use_up(std::move(t));
    t = open();
  }
#endif
  use_up(std::move(t));
}
