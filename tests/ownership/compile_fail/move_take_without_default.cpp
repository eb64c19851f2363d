// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.default] a named cannot be taken
#include "tenure/ownership/exchange.hpp"

struct named {
  int id;
  constexpr explicit named(int i) : id{i} {}
};

int main() {
  named a{1};
  static_cast<void>(tenure::replace(a, named{2}));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::take(a));
#endif
}
