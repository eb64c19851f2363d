// SPDX-License-Identifier: BSL-1.0
// There is no way back from a shared reference: others may have copies of it.
// expect-error: no matching
#include "tenure/ownership/reference.hpp"

int main() {
  int one = 1;
  tenure::unique u{one};
#if EXPECT_COMPILE_FAIL
  auto const s = std::move(u).share();
  tenure::unique<int> v{s};
#else
  tenure::unique<int> v{u.reborrow()};
#endif
  return *v - 1;
}
