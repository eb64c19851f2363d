// SPDX-License-Identifier: BSL-1.0
// A global consumed twice.
// fault, missed
#include "probe.hpp"

static std::optional<ticket> everywhere{std::in_place, 1};

int main() {
  total = std::move(*everywhere).consume();
#if MISUSE
  total = std::move(*everywhere).consume();
#endif
}
