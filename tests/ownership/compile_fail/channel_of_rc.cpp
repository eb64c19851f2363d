// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] tenure::rc<int> is not Send
#include "tenure/ownership/channel.hpp"
#include "tenure/ownership/rc.hpp"

int main() {
  auto const fine = tenure::channel<int>::bounded(1);
#if EXPECT_COMPILE_FAIL
  auto const ends = tenure::channel<tenure::rc<int>>::bounded(1);
#endif
}
