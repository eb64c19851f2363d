// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.immovable] a pinned_list goes through a pinned_link, not through a int
#include "tenure/selfref/list.hpp"

struct device {
  int id;
  tenure::selfref::pinned_link place;
};

int main() {
  tenure::selfref::pinned_list<&device::place> const fine;
#if EXPECT_COMPILE_FAIL
  tenure::selfref::pinned_list<&device::id> const bad;
#endif
}
