// SPDX-License-Identifier: BSL-1.0
// The own would let go of the slot without the destructor: that is forgetting too.
// expect-error: [ownership.leak] guard is not Leak
#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/slot.hpp"

struct guard {
  ~guard() {}
};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

int main() {
  tenure::slot<int> number;
  tenure::forget(number.emplace(1));
#if EXPECT_COMPILE_FAIL
  tenure::slot<guard> storage;
  tenure::forget(storage.emplace());
#endif
}
