// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine] a borrowed is moved, never copied: borrow once more
#include "tenure/ownership/ref_cell.hpp"

int main() {
  tenure::ref_cell<int> c{1};
  tenure::shared const s{c};
  auto const one = s.borrow();
#if EXPECT_COMPILE_FAIL
  auto const two = one;
#else
  auto const two = s.borrow();
#endif
  return *two - 1;
}
