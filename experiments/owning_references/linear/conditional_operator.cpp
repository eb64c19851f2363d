// SPDX-License-Identifier: BSL-1.0
// Made by one of two calls in a conditional expression.
// correct, false alarm
#include "probe.hpp"

int main() {
#if MISUSE
  auto t = happens() ? open() : open();
#else
  auto t = open();
#endif
  use_up(std::move(t));
}
