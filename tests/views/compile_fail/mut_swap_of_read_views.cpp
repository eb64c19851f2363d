// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  outer o{}, p{};
  auto const v = lend<mut<nth<1>>>(o), w = lend<mut<nth<1>>>(p);
#if EXPECT_COMPILE_FAIL
  swap(view<outer, shr<nth<1>>>{v}, view<outer, shr<nth<1>>>{w});  // expect-error: [views.mut]
#else
  swap(v, w);
#endif
}
