// SPDX-License-Identifier: BSL-1.0
// V24: a typed abstract field is not left out of the constructor.
#include "tenure/views/ghost.hpp"

using namespace tenure::views;

struct counter {
  [[no_unique_address]] ghost<unsigned> beans;
  unsigned sum;
};

#if EXPECT_COMPILE_FAIL
counter c{.sum = 3};  // expect-error: [views.ghost]
#else
counter c{.beans = ghost<unsigned>::of<[] { return 3u; }>, .sum = 3};
#endif
