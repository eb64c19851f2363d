// SPDX-License-Identifier: BSL-1.0
// Dropped after it came back from a member through adopt.
// fault, caught
#include "probe.hpp"

struct holder {
  ticket it;
};

int main() {
  holder h{open()};
  auto t = adopt(std::move(h.it));
#if MISUSE
  total = t.peek();
#else
  use_up(std::move(t));
#endif
}
