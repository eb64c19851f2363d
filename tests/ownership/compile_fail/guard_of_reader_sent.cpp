// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.send] tenure::read_guard<int> is not Send
#include "tenure/ownership/channel.hpp"
#include "tenure/ownership/rw_lock.hpp"

int main() {
  auto const fine = tenure::channel<int>::unbounded();
#if EXPECT_COMPILE_FAIL
  auto const ends = tenure::channel<tenure::read_guard<int>>::unbounded();
#endif
}
