// SPDX-License-Identifier: BSL-1.0
// A const place is only read.
// expect-error: [views.const]
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> const object{};
#if EXPECT_COMPILE_FAIL
  auto const lent = object.lend<mut<data::successful>>();
#else
  auto const lent = object.lend<shr<data::successful>>();
#endif
}
