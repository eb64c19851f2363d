// SPDX-License-Identifier: BSL-1.0
// A constant expression checks preconditions in every build.
// expect-error: [selfref.range] a self_slice reaches beyond its member, which has become shorter
#include <array>

#include "tenure/selfref/self_slice.hpp"

using tenure::selfref::self_slice;

struct row {
  std::array<int, 4> numbers{1, 2, 3, 4};
  self_slice<&row::numbers> some;
};

constexpr int first_of(std::size_t position) {
  row const r{.some = {position, 2}};
  return r.some.in(r)[0];
}
static_assert(first_of(2) == 3);
#if EXPECT_COMPILE_FAIL
static_assert(first_of(3) == 4);
#endif

int main() {}
