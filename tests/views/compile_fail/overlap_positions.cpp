// SPDX-License-Identifier: BSL-1.0
// Positions of a tuple.
// expect-error: acquiring [views.overlap] loan
// expect-error: path<1
// only: clang
#include "views/compile_fail/lent.hpp"

#include <tuple>

int main() {
  place<std::tuple<int, int>> pair;
  auto const one = pair.lend<mut<nth<1>>>();
#if EXPECT_COMPILE_FAIL
  auto const two = pair.lend<shr<nth<1>>>();
#else
  auto const two = pair.lend<shr<nth<0>>>();
#endif
}
