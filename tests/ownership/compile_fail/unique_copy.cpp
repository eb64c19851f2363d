// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine] a unique is moved, never copied: write std::move, or reborrow()
#include "tenure/ownership/reference.hpp"

int main() {
  int one = 1;
  tenure::unique u{one};
#if EXPECT_COMPILE_FAIL
  tenure::unique<int> v{u};
#else
  tenure::unique<int> v{std::move(u)};
#endif
  return *v - 1;
}
