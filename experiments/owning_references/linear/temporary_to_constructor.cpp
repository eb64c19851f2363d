// SPDX-License-Identifier: BSL-1.0
// A temporary given to a constructor.
// correct, false alarm
#include "probe.hpp"

int main() {
#if MISUSE
  std::tuple<ticket> both{open()};
#else
  auto t = open();
  std::tuple<ticket> both{std::move(t)};
#endif
  total = std::move(std::get<0>(both)).consume();
}
