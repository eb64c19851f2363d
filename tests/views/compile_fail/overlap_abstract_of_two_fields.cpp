// SPDX-License-Identifier: BSL-1.0
// An abstract field of two fields, one of which is lent.
// expect-error: cannot call function 'call' while [views.overlap] loan
// expect-error: data::successful_
// only: clang
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
  auto counter = object.lend<mut<data::successful>>();
#if !EXPECT_COMPILE_FAIL
  counter.end();
#endif
  object.call(data::reset);
}
