// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.into]
#include <utility>

#include "tenure/ownership/slot.hpp"

struct base {
  virtual ~base() = default;
};
struct derived : base {};

int main() {
  tenure::slot<derived> s;
  auto o = s.emplace().into<derived const>();
  auto k = std::move(o).into<base const>();
#if EXPECT_COMPILE_FAIL
  tenure::slot<derived> t;
  auto p = t.emplace().into<derived const>().into<base>();
#endif
}
