// SPDX-License-Identifier: BSL-1.0
// What a call through a place returns does not refer to what was lent for it.
// expect-error: [views.temporary]
// expect-error: std::map
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
#if EXPECT_COMPILE_FAIL
  object.call(data::each);
#else
  object.call(data::count);
#endif
}
