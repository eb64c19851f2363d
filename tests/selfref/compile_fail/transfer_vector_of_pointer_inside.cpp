// SPDX-License-Identifier: BSL-1.0
// An aggregate whose pointer may lead into itself would be copied with the old address in it.
// expect-error: [selfref.transfer] cat cannot be relocated: its part int
// expect-error: may lead into the object itself
#include "tenure/selfref/vector.hpp"

struct cat {
  int age, weight;
  int* shown;
};
struct outdoor_cat {
  int age, weight;
  long* shown;  // no long lies in it
};

int main() {
  tenure::selfref::transfer_vector<outdoor_cat> const fine;
#if EXPECT_COMPILE_FAIL
  tenure::selfref::transfer_vector<cat> const cats;
#endif
}
