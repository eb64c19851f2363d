// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer] a transfer_list goes through a transfer_link, not through a tenure::selfref::pinned_link
#include "tenure/selfref/list.hpp"

struct device {
  int id;
  tenure::selfref::pinned_link place;
};

int main() {
  tenure::selfref::pinned_list<&device::place> const fine;
#if EXPECT_COMPILE_FAIL
  tenure::selfref::transfer_list<&device::place> const bad;
#endif
}
