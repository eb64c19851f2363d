// SPDX-License-Identifier: BSL-1.0
// A field is read while somebody may write it.
// expect-error: acquiring [views.overlap] loan
// expect-error: data::successful_
// only: clang
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
  auto const writer = object.lend<mut<data::successful>>();
#if EXPECT_COMPILE_FAIL
  auto const reader = object.lend<shr<data::successful>>();
#else
  view<data, shr<data::successful>> const reader = writer;
#endif
  return static_cast<int>(data::count(reader));
}
