// SPDX-License-Identifier: BSL-1.0
// A class derived from a linear one, dropped.
// fault, missed
#include "probe.hpp"

struct derived : ticket {
  using ticket::ticket;
};

int main() {
  derived t{1};
#if MISUSE
  total = t.peek();
#else
  total = std::move(t).consume();
#endif
}
