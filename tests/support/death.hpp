// SPDX-License-Identifier: BSL-1.0
// A run-time check that fires ends the program, so it is tried in a child process.
#pragma once

#include <string>
#include <utility>

namespace tenure::test {

struct death {
  bool died;         ///< `f` did not return
  std::string said;  ///< what was written to stderr meanwhile
};

namespace detail {
auto run_in_child(void (*call)(void*), void* f) -> death;
}

/// Calls `f()` in a child process. An exception that leaves `f` counts as a death too.
template <class F>
auto dies(F f) -> death {
  return detail::run_in_child([](void* it) { (*static_cast<F*>(it))(); }, &f);
}

/// Whether `f()` is stopped by a check whose sentence contains `sentence`, such as "[ownership.lent]".
template <class F>
auto traps(std::string const& sentence, F f) -> bool {
  auto const end = dies(std::move(f));
  return end.died && end.said.find(sentence) != std::string::npos;
}

}  // namespace tenure::test
