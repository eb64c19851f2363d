// SPDX-License-Identifier: BSL-1.0
// A local that is never consumed.
// fault, caught
#include "probe.hpp"

int main() {
  auto t = open();
  total = t.peek();
#if MISUSE

#else
  use_up(std::move(t));
#endif
}
