// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.null] a rel_ptr is never null
#include <optional>

#include "tenure/selfref/rel_ptr.hpp"

using tenure::selfref::rel_ptr;

int main() {
  int target = 1;
  rel_ptr<int> const p{target};
  std::optional<rel_ptr<int>> const maybe;
#if EXPECT_COMPILE_FAIL
  rel_ptr<int> const none;
#endif
  return maybe ? 1 : *p - 1;
}
