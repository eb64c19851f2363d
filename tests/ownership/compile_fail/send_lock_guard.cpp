// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] std::unique_lock<std::mutex> is not Send, for it is declared not to be Send
#include <mutex>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/std.hpp"

template <class T>
bool sends() {
  return tenure::enforce<tenure::rule::send<T>>();
}

int main() {
  sends<std::mutex>();
#if EXPECT_COMPILE_FAIL
  sends<std::unique_lock<std::mutex>>();
#endif
}
