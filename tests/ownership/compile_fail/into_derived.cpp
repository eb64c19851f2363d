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
  auto o = s.emplace().into<base>();
#if EXPECT_COMPILE_FAIL
  auto d = std::move(o).into<derived>();
#endif
}
