// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] tenure::rc<int> is not Send
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/spawn.hpp"

int main() {
  static_cast<void>(tenure::spawn([](tenure::arc<int>) {}, tenure::arc<int>::make(1)));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::spawn([](tenure::rc<int>) {}, tenure::rc<int>::make(1)));
#endif
}
