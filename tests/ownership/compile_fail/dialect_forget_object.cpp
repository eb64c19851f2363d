// SPDX-License-Identifier: BSL-1.0
// L2 and L4: whether an erased value may be forgotten must be said where it is erased.
#include <tenure/ownership/erased.hpp>
#include <tenure/ownership/forget.hpp>

struct display {
  virtual ~display() = default;
};

void forget_leakable(tenure::erased<display, tenure::marker::leak> object) {
  tenure::forget(std::move(object));
}
#if EXPECT_COMPILE_FAIL
void forget_any(tenure::erased<display> object) {
  tenure::forget(std::move(object));  // expect-error: [ownership.leak]
}
#endif

int main() {}
