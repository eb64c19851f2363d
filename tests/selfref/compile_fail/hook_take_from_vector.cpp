// SPDX-License-Identifier: BSL-1.0
// A hook that needs the address of the result cannot return one: the element is taken into a slot.
// expect-error: [selfref.hook] anchored cannot be returned by relocate(own)
#include "tenure/selfref/vector.hpp"

class anchored {
  anchored* self_ = this;

 public:
  anchored() = default;
  anchored(anchored const&) = delete;
  bool stands() const { return self_ == this; }
};
template <>
struct tenure::selfref::relocate_traits<anchored> {
  static own<anchored> relocate(own<anchored>, void* to) noexcept {
    return own<anchored>::from_raw(::new (to) anchored);
  }
};

int main() {
  tenure::selfref::transfer_vector<anchored> v;
  v.emplace_back();
  tenure::slot<anchored> out;
  auto const taken = v.take_into(out, v.begin());
#if EXPECT_COMPILE_FAIL
  v.emplace_back();
  auto const bad = v.take(v.begin());
#endif
}
