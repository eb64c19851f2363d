// SPDX-License-Identifier: BSL-1.0
// Consumed twice as a class member.
// fault, missed
#include "probe.hpp"

struct holder {
  ticket it;
};

int main() {
  holder h{open()};
  total = std::move(h.it).consume();
#if MISUSE
  total = std::move(h.it).consume();
#endif
}
