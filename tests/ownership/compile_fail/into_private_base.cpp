// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.into]
#include <utility>

#include "tenure/ownership/slot.hpp"

struct base {
  virtual ~base() = default;
};
class hidden : base {};
class open : public base {};

int main() {
  tenure::slot<hidden> s;
  auto o = s.emplace();
  tenure::slot<open> t;
  auto b = t.emplace().into<base>();
#if EXPECT_COMPILE_FAIL
  auto c = std::move(o).into<base>();
#endif
}
