// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: while it is in the 'consumed' state
#include "tenure/ownership/spawn.hpp"

int main() {
  auto handle = tenure::spawn([] { return 1; });
  static_cast<void>(std::move(handle).join());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(std::move(handle).join());
#endif
}
