// SPDX-License-Identifier: BSL-1.0
// One more owner is said openly.
// expect-error: [ownership.affine] an rc or arc is moved, never copied: write clone()
#include "tenure/ownership/arc.hpp"

int main() {
  auto const first = tenure::arc<int>::make(1);
  auto const second = first.clone();
#if EXPECT_COMPILE_FAIL
  auto const third = first;
#endif
}
