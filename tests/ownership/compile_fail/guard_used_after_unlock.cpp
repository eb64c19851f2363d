// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: while it is in the 'consumed' state
#include "tenure/ownership/mutex.hpp"

int main() {
  tenure::mutex<int> number{1};
  auto held = tenure::shared{number}.lock();
  *held = 2;
  std::move(held).unlock();
#if EXPECT_COMPILE_FAIL
  *held = 3;
#endif
}
