// SPDX-License-Identifier: BSL-1.0
// A value whose destructor must run cannot be forgotten.
// expect-error: [ownership.leak] guard is not Leak
#include "tenure/ownership/forget.hpp"

struct guard {
  ~guard() {}
};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

struct handle {
  ~handle() {}
};
template <>
struct tenure::declare<tenure::marker::leak, handle> : tenure::yes {};

int main() {
  tenure::forget(handle{});
#if EXPECT_COMPILE_FAIL
  tenure::forget(guard{});
#endif
}
