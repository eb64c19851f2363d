// SPDX-License-Identifier: BSL-1.0
// What swaps fields hands none out.
// expect-error: private
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  int n = 0;
  auto f = [&](auto place) { n += sizeof(place); };
  detail::exchange::each<Data>(static_cast<mut<Data::experiments>*>(nullptr), f);
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
