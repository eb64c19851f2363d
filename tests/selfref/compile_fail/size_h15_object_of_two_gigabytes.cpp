// SPDX-License-Identifier: BSL-1.0
// A distance in four bytes reaches two gigabytes.
// expect-error: [selfref.size] huge is larger than 2 GiB, too large for a self_ptr in it
#include "tenure/selfref/self_ptr.hpp"

using tenure::selfref::self_ptr;

struct large {
  char bytes[(1UL << 31) - 16];
  self_ptr<char> at;
};
struct huge {
  char bytes[1UL << 31];
  self_ptr<char> at;
};

void aim(large& l) { l.at = self_ptr<char>::to(l, l.bytes[5]); }
#if EXPECT_COMPILE_FAIL
void aim(huge& h) { h.at = self_ptr<char>::to(h, h.bytes[5]); }
#endif

int main() {}
