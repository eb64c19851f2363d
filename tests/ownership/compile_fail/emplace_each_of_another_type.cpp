// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.emplace]
#include <cstddef>

#include "tenure/ownership/own_array.hpp"

int main() {
  tenure::slot<long[2]> s;
  auto o = s.emplace_each([](std::size_t) { return 1L; });
  tenure::slot<long[2]> t;
#if EXPECT_COMPILE_FAIL
  auto p = t.emplace_each([](std::size_t) { return 'x'; });
#endif
}
