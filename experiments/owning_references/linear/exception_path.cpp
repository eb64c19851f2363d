// SPDX-License-Identifier: BSL-1.0
// Dropped on the way of an exception.
// fault, missed
#include "probe.hpp"

[[maybe_unused]] static void may_throw() {
  if (happens()) throw 1;
}

int main() {
  try {
    auto t = open();
#if MISUSE
    may_throw();
#endif
    use_up(std::move(t));
  } catch (int) {
  }
}
