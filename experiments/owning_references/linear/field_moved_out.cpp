// SPDX-License-Identifier: BSL-1.0
// Moved out of a field without adopt.
// correct, false alarm
#include "probe.hpp"

struct holder {
  ticket it;
};

int main() {
  holder h{open()};
#if MISUSE
  auto t = std::move(h.it);
#else
  auto t = adopt(std::move(h.it));
#endif
  use_up(std::move(t));
}
