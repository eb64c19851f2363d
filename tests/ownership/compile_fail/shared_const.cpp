// SPDX-License-Identifier: BSL-1.0
// expect-error: cannot be shared: write shared<T> for an object type T without const or volatile
#include "tenure/ownership/reference.hpp"

int main() {
  int one = 1;
#if EXPECT_COMPILE_FAIL
  tenure::shared<int volatile> const s{one};
#else
  tenure::shared<int> const s{one};
#endif
  return *s - 1;
}
