// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/own_array.hpp"

int main() {
  tenure::slot<int[3]> s;
  auto o = s.emplace(1);
  auto [front, back] = std::move(o).split_at(1);
#if EXPECT_COMPILE_FAIL
  o[0] = 2;
#endif
}
