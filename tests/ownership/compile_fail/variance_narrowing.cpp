// SPDX-License-Identifier: BSL-1.0
// An owned cell converts as its content does, where nothing is lost.
// expect-error: no
// expect-error: cell<long
#include "tenure/ownership/cell.hpp"

int main() {
#if EXPECT_COMPILE_FAIL
  tenure::cell<int> c{tenure::cell<long>{1}};
#else
  tenure::cell<long> c{tenure::cell<int>{1}};
#endif
  return std::move(c).into_inner() == 1 ? 0 : 1;
}
