// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine] a sender is moved, never copied: write clone()
#include "tenure/ownership/channel.hpp"

int main() {
  auto ends = tenure::channel<int>::unbounded();
  auto const second = ends.send.clone();
#if EXPECT_COMPILE_FAIL
  auto const third = ends.send;
#endif
}
