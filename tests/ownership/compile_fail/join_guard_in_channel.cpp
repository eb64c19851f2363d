// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak] tenure
#include "tenure/ownership/channel.hpp"
#include "tenure/ownership/join_guard.hpp"

int main() {
  auto const fine = tenure::channel<int>::unbounded();
#if EXPECT_COMPILE_FAIL
  auto const ends = tenure::channel<tenure::box<tenure::join_guard<void>>>::unbounded();
#endif
}
