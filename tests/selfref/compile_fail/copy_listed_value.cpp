// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.copy] a listed value stands at one place
#include "tenure/selfref/list.hpp"

struct job {
  int id;
  tenure::selfref::transfer_link place;
};

int main() {
  job a{1, {}};
  job b = std::move(a);
#if EXPECT_COMPILE_FAIL
  job c = b;
#endif
}
