// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.range] there is no self_slice of a member int of sum
#include <array>

#include "tenure/selfref/self_slice.hpp"

using tenure::selfref::self_slice;

struct sum {
  std::array<int, 4> terms{};
  int total = 0;
  self_slice<&sum::terms> last{3, 1};
  self_slice<&sum::total> whole{};
};

int main() {
  sum s;
  s.last.in(s)[0] = 1;
#if EXPECT_COMPILE_FAIL
  s.whole.in(s);
#endif
}
