// SPDX-License-Identifier: BSL-1.0
// Compiled without exceptions and without run-time type information.
#include <tenure/selfref.hpp>

#include <utility>

// The guards of libstdc++ tell whether a heavy header came along.
#if defined(_GLIBCXX_IOSTREAM) || defined(_GLIBCXX_FORMAT) || defined(_GLIBCXX_CHRONO) || \
    defined(_GLIBCXX_FUNCTIONAL) || defined(_GLIBCXX_RANGES)
#error "<tenure/selfref.hpp> includes one of <iostream>, <format>, <chrono>, <functional>, <ranges>"
#endif

struct pick {
  int a = 1;
  int b = 2;
  tenure::selfref::self_tag<&pick::a, &pick::b> which;
};

int main() {
  tenure::slot<pick> here;
  tenure::slot<pick> there;
  auto owned = tenure::selfref::relocate_at(here.emplace(), there);
  owned->which.set<&pick::b>();
  return owned->which.in(*owned) == 2 ? 0 : 1;
}
