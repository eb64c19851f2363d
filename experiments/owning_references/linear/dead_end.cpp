// SPDX-License-Identifier: BSL-1.0
// A branch that ends in a function that does not return.
// correct, clean
#include "probe.hpp"

int main() {
  auto t = open();
#if MISUSE
  if (!happens()) tenure::trap("never");
#endif
  use_up(std::move(t));
}
