// SPDX-License-Identifier: BSL-1.0
// Deriving from the friend makes no friend.
// expect-error: private
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  struct thief : access {
    using leak = access::declared<Data, Data::experiments>;
  };
  static_cast<void>(static_cast<thief::leak*>(nullptr));
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
