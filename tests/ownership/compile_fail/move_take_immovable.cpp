// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.move]
// expect-error: lock
#include <mutex>
#include <utility>

#include "tenure/ownership/slot.hpp"

struct lock {
  std::mutex m;
};

int main() {
  tenure::slot<int> s;
  int const n = s.emplace(0).take();
  tenure::slot<lock> t;
  auto o = t.emplace();
#if EXPECT_COMPILE_FAIL
  auto l = std::move(o).take();
#endif
  return n;
}
