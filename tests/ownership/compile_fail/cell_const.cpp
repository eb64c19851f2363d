// SPDX-License-Identifier: BSL-1.0
// expect-error: is no content of a cell or lock
#include "tenure/ownership/cell.hpp"

int main() {
#if EXPECT_COMPILE_FAIL
  tenure::cell<int const> c{1};
#else
  tenure::cell<int> c{1};
#endif
  return std::move(c).into_inner() - 1;
}
