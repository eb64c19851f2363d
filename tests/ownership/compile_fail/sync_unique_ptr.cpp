// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.sync] std::unique_ptr<int
// expect-error: is not Sync, for its part int may be written by two threads at once: guard it with a mutex
#include <memory>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/std.hpp"

template <class T>
bool shared() {
  return tenure::enforce<tenure::rule::sync<T>>();
}

int main() {
  shared<std::unique_ptr<int const>>();
#if EXPECT_COMPILE_FAIL
  shared<std::unique_ptr<int>>();
#endif
}
