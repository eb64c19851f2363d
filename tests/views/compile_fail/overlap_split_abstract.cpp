// SPDX-License-Identifier: BSL-1.0
// Abstract fields that share a field: only the class knows that they do.
// expect-error: [views.overlap]
// expect-error: data::everything
#include "views/compile_fail/lent.hpp"

int main() {
  data object;
  auto whole = lend<mut<all>>(object);
#if EXPECT_COMPILE_FAIL
  [[maybe_unused]] auto [p, q] = std::move(whole).split<mut<data::everything>, shr<data::experiments>>();
#else
  [[maybe_unused]] auto [p, q] = std::move(whole).split<shr<data::everything>, shr<data::experiments>>();
#endif
}
