// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine] a mutex_guard is moved, never copied
#include "tenure/ownership/mutex.hpp"

int main() {
  tenure::mutex<int> number{1};
  auto held = tenure::shared{number}.lock();
#if EXPECT_COMPILE_FAIL
  auto twice = held;
#else
  auto moved = std::move(held);
#endif
}
