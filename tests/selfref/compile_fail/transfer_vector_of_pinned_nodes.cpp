// SPDX-License-Identifier: BSL-1.0
// A value in a pinned_list stays where it is, so no vector may relocate it.
// expect-error: [selfref.transfer]
// expect-error: pinned_link
#include "tenure/selfref/list.hpp"
#include "tenure/selfref/vector.hpp"

struct job {
  int id;
  tenure::selfref::transfer_link place;
};
struct device {
  int id;
  tenure::selfref::pinned_link place;
};

int main() {
  tenure::selfref::transfer_vector<job> const fine;
#if EXPECT_COMPILE_FAIL
  tenure::selfref::transfer_vector<device> const devices;
#endif
}
