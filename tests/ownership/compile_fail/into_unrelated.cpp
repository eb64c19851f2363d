// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.into]
#include <utility>

#include "tenure/ownership/slot.hpp"

struct other {
  virtual ~other() = default;
};
struct mine {
  virtual ~mine() = default;
};

int main() {
  tenure::slot<mine> s;
  auto o = s.emplace().into<mine const>();
#if EXPECT_COMPILE_FAIL
  auto b = std::move(o).into<other const>();
#endif
}
