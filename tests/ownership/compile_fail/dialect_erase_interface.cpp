// SPDX-License-Identifier: BSL-1.0
// What stands behind an interface must be destroyed through it.
#include <tenure/ownership/erased.hpp>

struct display {
  virtual ~display() = default;
};
struct plain_base {};
struct text_display : display {};
struct text_plain : plain_base {};

int main() {
  tenure::erased<display> any{text_display{}};
#if EXPECT_COMPILE_FAIL
  tenure::erased<plain_base> wrong{text_plain{}};  // expect-error: [ownership.erase]
#endif
}
