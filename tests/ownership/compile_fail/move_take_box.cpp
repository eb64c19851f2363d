// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.move]
// expect-error: pinned
#include <utility>

#include "tenure/ownership/box.hpp"

struct pinned {
  pinned() = default;
  pinned(pinned&&) = delete;
};

int main() {
  int const n = tenure::box<int>::make(0).take();
  auto b = tenure::box<pinned>::make();
#if EXPECT_COMPILE_FAIL
  auto l = std::move(b).take();
#endif
  return n;
}
