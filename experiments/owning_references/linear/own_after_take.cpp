// SPDX-License-Identifier: BSL-1.0
// An own used after its value was taken.
// fault, caught
#include "probe.hpp"

int main() {
  slot<int> storage;
  auto o = storage.emplace(1);
  total = std::move(o).take();
#if MISUSE
  total = *o;
#endif
}
