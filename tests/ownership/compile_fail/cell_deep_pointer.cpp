// SPDX-License-Identifier: BSL-1.0
// N1: a pointer into a cell would dangle, or change its meaning, when somebody sets the cell.
// expect-error: [ownership.cell] a shared cell gives no reference to its content: get a copy
#include "tenure/ownership/cell.hpp"

int main() {
  tenure::cell<int> c{1};
  tenure::shared const s{c};
#if EXPECT_COMPILE_FAIL
  int const& inside = *s;
#else
  int const inside = s.get();
#endif
  s.set(2);
  return inside - 1;
}
