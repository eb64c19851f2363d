// SPDX-License-Identifier: BSL-1.0
// An own handed over in one branch and used after both.
// fault, missed
#include "probe.hpp"

static void finish(own<int> o) { total = *o; }

int main() {
  slot<int> storage;
  auto o = storage.emplace(1);
  if (happens()) finish(std::move(o));
#if MISUSE
  total = *o;
#endif
}
