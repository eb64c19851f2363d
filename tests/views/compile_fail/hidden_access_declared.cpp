// SPDX-License-Identifier: BSL-1.0
// The friend has no public member.
// expect-error: private
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  using leak = access::declared<Data, Data::experiments>;
  static_cast<void>(static_cast<leak*>(nullptr));
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
