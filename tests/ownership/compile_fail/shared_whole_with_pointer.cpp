// SPDX-License-Identifier: BSL-1.0
// The whole is not handed out when a part of it leads elsewhere; the other parts are.
// expect-error: [ownership.shared]
// expect-error: gives no const reference to the whole of it
#include "tenure/ownership/reference.hpp"

struct entry {
  int key;
  int* value;
};

int main() {
  entry const e{1, nullptr};
  tenure::shared const s{e};
#if EXPECT_COMPILE_FAIL
  return *(*s).value;
#else
  return *s.field<0>() - 1;
#endif
}
