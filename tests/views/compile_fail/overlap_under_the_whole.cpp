// SPDX-License-Identifier: BSL-1.0
// A field of an object that is lent as a whole.
// expect-error: cannot call function 'call' while [views.overlap] mutable loan
// only: clang
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
#if EXPECT_COMPILE_FAIL
  auto const whole = object.lend<mut<all>>();
#else
  auto const whole = object.lend<mut<data::experiments>>();
#endif
  return static_cast<int>(object.call(data::count));
}
