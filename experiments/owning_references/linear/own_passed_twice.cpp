// SPDX-License-Identifier: BSL-1.0
// An own passed twice to an annotated parameter.
// fault, caught
#include "probe.hpp"

static void finish(own<int> o TENURE_TAKES(unconsumed)) { total = *o; }

int main() {
  slot<int> storage;
  auto o = storage.emplace(1);
  finish(std::move(o));
#if MISUSE
  finish(std::move(o));
#endif
}
