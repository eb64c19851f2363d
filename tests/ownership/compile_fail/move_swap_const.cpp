// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.exchange] the value of a const int cannot be exchanged: it is const
#include "tenure/ownership/exchange.hpp"

int main() {
  int a = 1;
  int b = 2;
  tenure::swap(a, b);
#if EXPECT_COMPILE_FAIL
  int const c = 3;
  int const d = 4;
  tenure::swap(c, d);
#endif
}
