// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.affine]
#include <utility>

#include "tenure/ownership/slot.hpp"

struct pair {
  tenure::own<int> a, b;
};

int main() {
  tenure::slot<int> s, t;
  pair p{s.emplace(1), t.emplace(2)};
  pair moved{std::move(p)};
#if EXPECT_COMPILE_FAIL
  pair copied{moved};
#endif
}
