// SPDX-License-Identifier: BSL-1.0
// Up to a base, where both are read-only, and never down.
// expect-error: [ownership.variance]
// expect-error: only what is shared read-only may be seen as its base class
#include "tenure/ownership/reference.hpp"

struct animal {
  int legs = 4;
};
struct cat : animal {};
template <>
struct tenure::sharing<cat> : tenure::read_only<cat> {};

int main() {
  cat const tom;
  tenure::shared<cat> const s{tom};
  tenure::shared<animal> const wide = s;
#if EXPECT_COMPILE_FAIL
  tenure::shared<cat> const narrow = wide;
#endif
  return wide->legs - 4;
}
