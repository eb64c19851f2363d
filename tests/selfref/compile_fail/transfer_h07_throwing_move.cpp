// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer] fragile cannot be relocated: it may throw when it is moved
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

class sturdy {
 public:
  sturdy() = default;
  sturdy(sturdy&&) noexcept {}
};
class fragile {
 public:
  fragile() = default;
  fragile(fragile&&) {}
};

int main() {
  tenure::slot<sturdy> a, b;
  auto const moved = relocate_at(a.emplace(), b);
#if EXPECT_COMPILE_FAIL
  tenure::slot<fragile> c, d;
  auto const half = relocate_at(c.emplace(), d);
#endif
}
