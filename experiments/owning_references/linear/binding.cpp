// SPDX-License-Identifier: BSL-1.0
// Consumed twice through a structured binding.
// fault, missed
#include "probe.hpp"

struct holder {
  ticket it;
  int n;
};

int main() {
  auto [t, n] = holder{open(), 1};
  total = std::move(t).consume() + n;
#if MISUSE
  total = std::move(t).consume();
#endif
}
