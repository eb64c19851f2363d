// SPDX-License-Identifier: BSL-1.0
// Compiled without exceptions and without run-time type information.
#include <tenure/ownership.hpp>

// libstdc++'s guards tell whether a heavy header came along. Only headers that the core must not need are listed.
#if defined(_GLIBCXX_IOSTREAM) || defined(_GLIBCXX_FORMAT) || defined(_GLIBCXX_CHRONO)
#error "<tenure/ownership.hpp> includes <iostream>, <format> or <chrono>"
#endif

int main() {
  tenure::slot<int> storage;
  auto owned = storage.emplace(7);
  return *owned == 7 ? 0 : 1;
}
