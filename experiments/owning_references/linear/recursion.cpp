// SPDX-License-Identifier: BSL-1.0
// Handed on by recursion.
// correct, clean
#include "probe.hpp"

[[maybe_unused]] static void down(ticket it TENURE_TAKES(unconsumed) TENURE_RETURNS(consumed), int depth) {
  if (depth == 0) {
    use_up(std::move(it));
  } else {
    down(std::move(it), depth - 1);
  }
}

int main() {
#if MISUSE
  down(open(), 3);
#else
  use_up(open());
#endif
}
