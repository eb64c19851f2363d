// SPDX-License-Identifier: BSL-1.0
// What a thread returns crosses threads too.
// expect-error: [ownership.send] tenure::rc<int> is not Send
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/spawn.hpp"

int main() {
  static_cast<void>(tenure::spawn([] { return 1; }));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::spawn([] { return tenure::rc<int>::make(1); }));
#endif
}
