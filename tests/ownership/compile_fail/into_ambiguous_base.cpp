// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.into]
#include <utility>

#include "tenure/ownership/slot.hpp"

struct base {
  virtual ~base() = default;
};
struct left : base {};
struct right : base {};
struct both : left, right {};

int main() {
  tenure::slot<both> s;
  auto o = s.emplace().into<left>().into<base>();
#if EXPECT_COMPILE_FAIL
  auto c = s.emplace().into<base>();
#endif
}
