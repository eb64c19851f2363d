// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.split]
// expect-error: declare<tenure::marker::destructure, file>
#include <utility>

#include "tenure/ownership/slot.hpp"

struct file {
  int handle;
  ~file() {}
};
struct plain {
  int handle;
};

int main() {
  tenure::slot<plain> s;
  auto [a] = s.emplace(1).split();
  tenure::slot<file> t;
  auto o = t.emplace(1);
#if EXPECT_COMPILE_FAIL
  auto [b] = std::move(o).split();
#endif
  return *a - 1;
}
