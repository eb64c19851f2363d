// SPDX-License-Identifier: BSL-1.0
// Its nodes know where it is.
// expect-error: [selfref.immovable]
#include "tenure/selfref/list.hpp"

struct device {
  int id;
  tenure::selfref::pinned_link place;
};
using devices = tenure::selfref::pinned_list<&device::place>;

devices none() { return {}; }
#if EXPECT_COMPILE_FAIL
devices taken(devices& from) { return std::move(from); }
#endif

int main() { auto const list = none(); }
