// SPDX-License-Identifier: BSL-1.0
// A reference into the value ends with the guard.
// only: clang
// expect-error: temporary
#include "tenure/ownership/mutex.hpp"

int main() {
  tenure::mutex<int> number{1};
  *tenure::shared{number}.lock() = 2;
#if EXPECT_COMPILE_FAIL
  int& kept = *tenure::shared{number}.lock();
  kept = 3;
#endif
}
