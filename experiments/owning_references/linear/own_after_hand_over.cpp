// SPDX-License-Identifier: BSL-1.0
// An own used after it was handed over.
// fault, caught
#include "probe.hpp"

static void finish(own<int> o) { total = *o; }

int main() {
  slot<int> storage;
  auto o = storage.emplace(1);
  finish(std::move(o));
#if MISUSE
  total = *o;
#endif
}
