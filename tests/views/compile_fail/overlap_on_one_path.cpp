// SPDX-License-Identifier: BSL-1.0
// A loan that lives on one path only is barred on that path.
// expect-error: cannot call function 'call' while [views.overlap] loan
// expect-error: data::successful_
// only: clang
#include "views/compile_fail/lent.hpp"

int main(int argc, char**) {
  place<data> object;
  if (argc > 1) {
    auto const count = object.lend<shr<data::successful>>();
#if EXPECT_COMPILE_FAIL
    object.call(data::add_successful);
#endif
  } else {
    object.call(data::add_successful);
  }
  object.call(data::add_successful);
}
