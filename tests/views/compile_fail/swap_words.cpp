// SPDX-License-Identifier: BSL-1.0
// The words are not exchanged, the fields are.
#include "classes.hpp"

int main() {
  outer o{}, p{};
  auto v = lend<mut<nth<1>>>(o), w = lend<mut<nth<1>>>(p);
#if EXPECT_COMPILE_FAIL
  std::swap(v, w);  // expect-error: [views.swap]
#else
  swap(v, w);
#endif
}
