// SPDX-License-Identifier: BSL-1.0
// An allocator that constructs every element cannot relocate what only a hook can.
// expect-error: [selfref.transfer] anchored cannot be moved without throwing, and telling<anchored> constructs every element itself
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
  static anchored relocate(own<anchored>) noexcept { return anchored{}; }
};

template <class T>
struct telling : std::allocator<T> {
  template <class... Args>
  void construct(T* place, Args&&... args) {
    std::construct_at(place, std::forward<Args>(args)...);
  }
};

int main() {
  tenure::selfref::transfer_vector<anchored> const fine;
  tenure::selfref::transfer_vector<int, telling<int>> const also_fine;
#if EXPECT_COMPILE_FAIL
  tenure::selfref::transfer_vector<anchored, telling<anchored>> const bad;
#endif
}
