// SPDX-License-Identifier: BSL-1.0
// Passed twice to an annotated parameter.
// fault, caught
#include "probe.hpp"

int main() {
  auto t = open();
  use_up(std::move(t));
#if MISUSE
  use_up(std::move(t));
#endif
}
