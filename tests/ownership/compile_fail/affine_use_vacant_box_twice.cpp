// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/box.hpp"

int main() {
  tenure::vacant_box<int> v;
  auto b = std::move(v).emplace(1);
#if EXPECT_COMPILE_FAIL
  auto c = std::move(v).emplace(2);
#endif
}
