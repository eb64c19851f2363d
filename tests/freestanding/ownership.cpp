// SPDX-License-Identifier: BSL-1.0
// Compiled without exceptions and without run-time type information.
#include <tenure/ownership.hpp>

// The guards of libstdc++ tell whether a heavy header came along.
#if defined(_GLIBCXX_IOSTREAM) || defined(_GLIBCXX_FORMAT) || defined(_GLIBCXX_CHRONO) || \
    defined(_GLIBCXX_FUNCTIONAL) || defined(_GLIBCXX_RANGES)
#error "<tenure/ownership.hpp> includes one of <iostream>, <format>, <chrono>, <functional>, <ranges>"
#endif

int main() {
  tenure::slot<int> storage;
  auto owned = storage.emplace(7);
  return *owned == 7 ? 0 : 1;
}
