// SPDX-License-Identifier: BSL-1.0
// Consumed twice as a lambda's capture.
// fault, missed
#include "probe.hpp"

int main() {
  auto t = open();
  auto f = [u = std::move(t)]() mutable { total = std::move(u).consume(); };
  f();
#if MISUSE
  f();
#endif
}
