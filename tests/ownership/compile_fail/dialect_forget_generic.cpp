// SPDX-License-Identifier: BSL-1.0
// L1: unbounded generic code is judged when it is instantiated, so only the call with a guard is rejected.
#include <tenure/ownership/forget.hpp>

struct guard {};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

template <class T>
void forget_generic(T value) {
  tenure::forget(std::move(value));
}

int main() {
  forget_generic(7);
#if EXPECT_COMPILE_FAIL
  forget_generic(guard{});  // expect-error: [ownership.leak]
#endif
}
