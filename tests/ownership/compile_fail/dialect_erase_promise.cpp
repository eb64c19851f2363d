// SPDX-License-Identifier: BSL-1.0
// What is promised of an erased type is checked where the type is still known.
#include <tenure/ownership/erased.hpp>

struct display {
  virtual ~display() = default;
};
struct lock_display : display {};
template <>
struct tenure::declare<tenure::marker::leak, lock_display> : tenure::no {};

int main() {
  tenure::erased<display> any{lock_display{}};
#if EXPECT_COMPILE_FAIL
  tenure::erased<display, tenure::marker::leak> leakable{lock_display{}};  // expect-error: [ownership.erase]
#endif
}
