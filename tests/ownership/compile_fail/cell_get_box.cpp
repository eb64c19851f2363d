// SPDX-License-Identifier: BSL-1.0
// N6: what may not be duplicated is not read out of a cell, for it would then be there twice.
// expect-error: [ownership.copy] a
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/cell.hpp"

int main() {
  tenure::cell<tenure::box<int>> c{tenure::box<int>::make(1)};
  tenure::shared const s{c};
#if EXPECT_COMPILE_FAIL
  auto const twice = s.get();
#else
  auto const twice = s.replace(tenure::box<int>::make(2));
#endif
  return *twice - 1;
}
