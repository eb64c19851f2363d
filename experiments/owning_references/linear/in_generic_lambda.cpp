// SPDX-License-Identifier: BSL-1.0
// Dropped in a generic lambda.
// fault, caught
#include "probe.hpp"

int main() {
  auto const f = [](auto value) {
    linear<decltype(value)> t{value};
#if MISUSE
    total = t.peek();
#else
    total = std::move(t).consume();
#endif
  };
  f(1);
}
