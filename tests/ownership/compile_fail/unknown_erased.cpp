// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak] whether std::
// expect-error: cannot know it of what it holds
#include <functional>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/std.hpp"

template <class T>
bool leaks() {
  return tenure::enforce<tenure::rule::leak<T>>();
}

int main() {
  leaks<void (*)()>();
#if EXPECT_COMPILE_FAIL
  leaks<std::function<void()>>();
#endif
}
