// SPDX-License-Identifier: BSL-1.0
// A function cannot name the place of its result, so a hook that needs it cannot return one.
// expect-error: [selfref.hook] anchored cannot be returned by relocate(own)
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct anchored {
  int value;
  anchored* self = this;
  explicit anchored(int v) : value{v} {}
};
template <>
struct tenure::selfref::relocate_traits<anchored> {
  static own<anchored> relocate(own<anchored> from, void* to) noexcept {
    return own<anchored>::from_raw(::new (to) anchored{from->value});
  }
};

int main() {
  tenure::slot<anchored> here, there;
  auto moved = relocate_at(here.emplace(1), there);
#if EXPECT_COMPILE_FAIL
  return relocate(std::move(moved)).value;
#endif
}
