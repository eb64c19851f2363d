// SPDX-License-Identifier: BSL-1.0
// N2: who could write a base into a shared cell of derived ones would break it for all who share it.
// expect-error: [ownership.variance]
// expect-error: only what is shared read-only may be seen as its base class; convert the owned value
#include "tenure/ownership/cell.hpp"

struct animal {};
struct cat : animal {};

int main() {
  cat tom;
  tenure::cell<cat*> c{&tom};
#if EXPECT_COMPILE_FAIL
  tenure::shared const s{c};
  tenure::shared<tenure::cell<animal*>> const wide{s};
#else
  tenure::cell<animal*> c2{std::move(c)};
  tenure::shared<tenure::cell<animal*>> const wide{c2};
#endif
  return wide.get() != &tom;
}
