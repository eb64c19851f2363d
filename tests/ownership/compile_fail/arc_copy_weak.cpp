// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine] a weak_rc or weak_arc is moved, never copied: write clone()
#include "tenure/ownership/arc.hpp"

int main() {
  auto const strong = tenure::arc<int>::make(1);
  auto const weak = strong.downgrade();
  auto const twin = weak.clone();
#if EXPECT_COMPILE_FAIL
  auto const copy = weak;
#endif
}
