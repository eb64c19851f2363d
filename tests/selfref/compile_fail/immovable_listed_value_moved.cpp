// SPDX-License-Identifier: BSL-1.0
// expect-error: immovable
// expect-error: [selfref.immovable]
#include "tenure/selfref/list.hpp"

struct device {
  int id;
  tenure::selfref::pinned_link place;
};

int main() {
  device a{1, {}};
#if EXPECT_COMPILE_FAIL
  device b = std::move(a);
#endif
}
