// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.immovable]
#include <utility>

#include "tenure/selfref/pinned.hpp"

using tenure::selfref::pinned;

int main() {
  auto p = pinned<int>::with([] { return 7; });
#if EXPECT_COMPILE_FAIL
  auto q = std::move(p);
#endif
  return *p - 7;
}
