// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.into]
// expect-error: base
#include <utility>

#include "tenure/ownership/slot.hpp"

struct base {};
struct derived : base {};
struct ended {
  virtual ~ended() = default;
};
struct derived_too : ended {};

int main() {
  tenure::slot<derived> s;
  auto o = s.emplace();
  tenure::slot<derived_too> t;
  auto b = t.emplace().into<ended>();
#if EXPECT_COMPILE_FAIL
  auto c = std::move(o).into<base>();
#endif
}
