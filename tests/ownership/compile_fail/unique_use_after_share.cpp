// SPDX-License-Identifier: BSL-1.0
// only: clang
// Who shares a unique gives up writing for good.
// expect-error: invalid invocation of method 'operator*' on object 'u' while it is in the 'consumed' state
#include "tenure/ownership/reference.hpp"

int main() {
  int one = 1;
  tenure::unique u{one};
  *u = 1;
  auto const s = std::move(u).share();
#if EXPECT_COMPILE_FAIL
  *u = 2;
#endif
  return *s - 1;
}
