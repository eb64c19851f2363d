// SPDX-License-Identifier: BSL-1.0
// L7: a struct with a field that is not Leak is not Leak.
#include <tenure/ownership/forget.hpp>

struct guard {};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

template <class T>
struct holder {
  T content;
};

int main() {
  tenure::forget(holder<int>{7});
#if EXPECT_COMPILE_FAIL
  tenure::forget(holder<guard>{});  // expect-error: [ownership.leak]
#endif
}
