// SPDX-License-Identifier: BSL-1.0
// only: clang
// What a guard gives ends with the guard.
// expect-error: temporary
// expect-error: [-Werror,-Wdangling
#include "tenure/ownership/ref_cell.hpp"

int main() {
  tenure::ref_cell<int> c{1};
  tenure::shared const s{c};
#if EXPECT_COMPILE_FAIL
  int const& gone = *s.borrow();
  return gone - 1;
#else
  return *s.borrow() - 1;
#endif
}
