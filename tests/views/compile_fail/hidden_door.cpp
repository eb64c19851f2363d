// SPDX-License-Identifier: BSL-1.0
// What turns names into bytes shows bytes.
// expect-error: private
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  using leak = decltype(detail::selection::meant<Data>(static_cast<fields<>*>(nullptr)));
  static_cast<void>(sizeof(leak));
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
