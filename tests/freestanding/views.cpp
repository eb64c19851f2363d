// SPDX-License-Identifier: BSL-1.0
// Compiled without exceptions and without run-time type information.
#include <tenure/views.hpp>

// The guards of libstdc++ tell whether a heavy header came along.
#if defined(_GLIBCXX_IOSTREAM) || defined(_GLIBCXX_FORMAT) || defined(_GLIBCXX_CHRONO) || \
    defined(_GLIBCXX_FUNCTIONAL) || defined(_GLIBCXX_RANGES)
#error "<tenure/views.hpp> includes one of <iostream>, <format>, <chrono>, <functional>, <ranges>"
#endif

struct pair {
  int first;
  int second;
};

int main() {
  pair p{1, 2};
  auto self = tenure::views::lend<tenure::views::mut<tenure::views::field<&pair::second>>>(p);
  self[tenure::views::at<&pair::second>] += 5;
  return p.second == 7 ? 0 : 1;
}
