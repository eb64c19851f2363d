// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#include <utility>

#include "tenure/ownership/slot.hpp"

int use(tenure::own<int> o) { return *o; }

int main() {
  tenure::slot<int> s;
  auto o = s.emplace(0);
  bool const done = *o == 0;
  if (done) {
    use(std::move(o));
    return 0;
  }
  *o = 1;
#if EXPECT_COMPILE_FAIL
  if (*o == 1) {
    use(std::move(o));
  } else {
    use(std::move(o));
  }
  *o = 2;
#endif
}
