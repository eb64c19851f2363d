// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer] there is no transfer_vector<const int>
#include "tenure/selfref/vector.hpp"

int main() {
  tenure::selfref::transfer_vector<int> const fine;
#if EXPECT_COMPILE_FAIL
  tenure::selfref::transfer_vector<int const> const bad;
#endif
}
