// SPDX-License-Identifier: BSL-1.0
// Consumed twice as an element of a tuple.
// fault, missed
#include "probe.hpp"

int main() {
  auto t = open();
  std::tuple<ticket> both{std::move(t)};
  total = std::move(std::get<0>(both)).consume();
#if MISUSE
  total = std::move(std::get<0>(both)).consume();
#endif
}
