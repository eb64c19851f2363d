// SPDX-License-Identifier: BSL-1.0
// A vector in shared memory would hold pointers that mean nothing in the other process.
// expect-error: [selfref.allocator] shared<int> hands out offset<int>
#include "tenure/selfref/vector.hpp"

template <class T>
struct offset {
  using element_type = T;
  template <class U>
  using rebind = offset<U>;
  std::ptrdiff_t distance;
};
template <class T>
struct shared {
  using value_type = T;
  using pointer = offset<T>;
  pointer allocate(std::size_t);
  void deallocate(pointer, std::size_t);
};

int main() {
  tenure::selfref::transfer_vector<int> const fine;
#if EXPECT_COMPILE_FAIL
  tenure::selfref::transfer_vector<int, shared<int>> const bad;
#endif
}
