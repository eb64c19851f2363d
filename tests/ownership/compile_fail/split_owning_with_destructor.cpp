// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.split]
#include <string>
#include <utility>

#include "tenure/ownership/slot.hpp"

struct file {
  std::string name;
  ~file() {}
};
struct plain {
  std::string name;
};

int main() {
  tenure::slot<plain> s;
  auto [a] = s.emplace("a").split();
  tenure::slot<file> t;
  auto o = t.emplace("b");
#if EXPECT_COMPILE_FAIL
  auto [b] = std::move(o).split();
#endif
}
