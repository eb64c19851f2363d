// SPDX-License-Identifier: BSL-1.0
// A relocation that fails half way would leave two half vectors.
// expect-error: [selfref.transfer] fragile cannot be relocated: it may throw when it is moved
#include "tenure/selfref/vector.hpp"

class sturdy {
  int* owned_ = nullptr;

 public:
  sturdy() = default;
  sturdy(sturdy&& other) noexcept : owned_{std::exchange(other.owned_, nullptr)} {}
};

class fragile {
  int* owned_ = nullptr;

 public:
  fragile() = default;
  fragile(fragile&& other) : owned_{std::exchange(other.owned_, nullptr)} {}
};

int main() {
  tenure::selfref::transfer_vector<sturdy> const fine;
#if EXPECT_COMPILE_FAIL
  tenure::selfref::transfer_vector<fragile> const bad;
#endif
}
