// SPDX-License-Identifier: BSL-1.0
// A function reads a field that is lent to be written.
// expect-error: cannot call function 'call' while [views.overlap] mutable loan
// expect-error: data::successful_
// only: clang
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
  auto writer = object.lend<mut<data::successful>>();
  data::add_successful(writer);
#if !EXPECT_COMPILE_FAIL
  writer.end();
#endif
  return static_cast<int>(object.call(data::count));
}
