// SPDX-License-Identifier: BSL-1.0
// A reader of what changes while it is shared gets no reference to the whole.
// expect-error: [ownership.shared] a shared tenure
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/rw_lock.hpp"

int main() {
  tenure::rw_lock<tenure::cell<int>> number{tenure::cell<int>{1}};
  auto const reading = tenure::shared{number}.read();
  reading.share().set(2);
#if EXPECT_COMPILE_FAIL
  static_cast<void>(*reading);
#endif
}
