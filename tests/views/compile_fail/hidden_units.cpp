// SPDX-License-Identifier: BSL-1.0
// What takes apart hands none out.
// expect-error: private
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  using leak = decltype(detail::transfer::named(static_cast<fields<>*>(nullptr)));
  static_cast<void>(sizeof(leak));
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
