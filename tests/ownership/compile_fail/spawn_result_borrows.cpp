// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.static]
#include "tenure/ownership/spawn.hpp"

static int const for_ever = 1;

int main() {
  static_cast<void>(tenure::spawn([] { return for_ever; }));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::spawn([] { return tenure::shared{for_ever}; }));
#endif
}
