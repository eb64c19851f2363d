// SPDX-License-Identifier: BSL-1.0
// Two loans of one field, both to write.
// expect-error: acquiring [views.overlap] mutable loan
// expect-error: data::successful_
// only: clang
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
  auto const one = object.lend<mut<data::successful>>();
#if EXPECT_COMPILE_FAIL
  auto const two = object.lend<mut<data::successful>>();
#else
  auto const two = object.lend<mut<data::experiments>>();
#endif
}
