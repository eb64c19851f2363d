// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak] guard is not Leak
#include "tenure/ownership/manually_drop.hpp"

struct guard {
  ~guard() {}
};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

int main() {
  tenure::manually_drop<int> const fine{1};
#if EXPECT_COMPILE_FAIL
  tenure::manually_drop<guard> const held{std::in_place};
#endif
}
