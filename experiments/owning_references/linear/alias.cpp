// SPDX-License-Identifier: BSL-1.0
// Consumed twice, once through a reference.
// fault, missed
#include "probe.hpp"

int main() {
  auto t = open();
  [[maybe_unused]] auto& same = t;
#if MISUSE
  total = std::move(same).consume();
#endif
  use_up(std::move(t));
}
