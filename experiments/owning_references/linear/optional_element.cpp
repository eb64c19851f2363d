// SPDX-License-Identifier: BSL-1.0
// Dropped inside an optional.
// fault, missed
#include "probe.hpp"

int main() {
  auto t = open();
  std::optional<ticket> maybe{std::move(t)};
#if MISUSE
  total = maybe->peek();
#else
  total = std::move(*maybe).consume();
#endif
}
