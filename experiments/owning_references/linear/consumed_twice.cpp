// SPDX-License-Identifier: BSL-1.0
// Consumed twice in a row.
// fault, caught
#include "probe.hpp"

int main() {
  auto t = open();
  total = std::move(t).consume();
#if MISUSE
  total = std::move(t).consume();
#endif
}
