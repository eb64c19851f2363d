// SPDX-License-Identifier: BSL-1.0
// What is left of an object does not hold what was left out.
// expect-error: [views.overlap]
// expect-error: outer::d
#include "views/compile_fail/lent.hpp"

int main() {
  outer object;
  auto whole = lend<mut<all>>(object);
#if EXPECT_COMPILE_FAIL
  [[maybe_unused]] auto [p, q] =
      std::move(whole).split<mut<field<&outer::d>>, mut<all_but<field<&outer::a>>>>();
#else
  [[maybe_unused]] auto [p, q] =
      std::move(whole).split<mut<field<&outer::d>>, mut<all_but<field<&outer::d>>>>();
#endif
}
