// SPDX-License-Identifier: BSL-1.0
// A temporary that is never consumed.
// fault, caught
#include "probe.hpp"

int main() {
#if MISUSE
  static_cast<void>(open());
#else
  use_up(open());
#endif
}
