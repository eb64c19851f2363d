// SPDX-License-Identifier: BSL-1.0
// A guard that is forgotten would leave the cell lent for ever.
// expect-error: [ownership.leak] tenure::borrowed<int> is not Leak
#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/ref_cell.hpp"

int main() {
  tenure::ref_cell<int> c{1};
  tenure::shared const s{c};
  auto guard = s.borrow();
#if EXPECT_COMPILE_FAIL
  tenure::forget(std::move(guard));
#else
  tenure::forget(*guard);
#endif
}
