// SPDX-License-Identifier: BSL-1.0
// The post's 'unsafe: only the author of the class knows where it leads.
// expect-error: [selfref.hook] node cannot be relocated: nobody knows what its part tenure::selfref::unsafe_ref<int> refers to
#include "tenure/selfref/relocate.hpp"
#include "tenure/selfref/unsafe_ref.hpp"

using namespace tenure::selfref;

struct node {
  int value;
  unsafe_ref<int> at;
};
struct mended {
  int value;
  unsafe_ref<int> at;
};
template <>
struct tenure::selfref::relocate_traits<mended> {
  static void fix_up(mended* first, std::size_t n, std::ptrdiff_t) noexcept {
    for (std::size_t i = 0; i < n; ++i) first[i].at.reset(first[i].value);
  }
};

void move(mended* from, mended* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(node* from, node* to) { relocate_n(from, 1, to); }
#endif

int main() {}
