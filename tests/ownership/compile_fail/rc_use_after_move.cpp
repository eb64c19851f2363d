// SPDX-License-Identifier: BSL-1.0
// Clang follows a handle through the function; its message is its own.
// only: clang
// expect-error: invalid invocation of method 'clone' on object 'first' while it is in the 'consumed' state
#include "tenure/ownership/rc.hpp"

int main() {
  auto first = tenure::rc<int>::make(1);
  auto const second = std::move(first);
  auto const third = second.clone();
#if EXPECT_COMPILE_FAIL
  auto const fourth = first.clone();
#endif
}
