// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.noexcept] the hook in relocate_traits<loud> must be noexcept
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct quiet {
  quiet* self;
};
struct loud {
  loud* self;
};
template <>
struct tenure::selfref::relocate_traits<quiet> {
  static void fix_up(quiet* first, std::size_t n, std::ptrdiff_t) noexcept {
    for (std::size_t i = 0; i < n; ++i) first[i].self = first + i;
  }
};
template <>
struct tenure::selfref::relocate_traits<loud> {
  static void fix_up(loud* first, std::size_t n, std::ptrdiff_t) {
    for (std::size_t i = 0; i < n; ++i) first[i].self = first + i;
  }
};

void move(quiet* from, quiet* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(loud* from, loud* to) { relocate_n(from, 1, to); }
#endif

int main() {}
