// SPDX-License-Identifier: BSL-1.0
#include "tenure/views/ghost.hpp"

using namespace tenure::views;

class counter {
  [[no_unique_address]] ghost<unsigned> beans_;
  unsigned sum_;

 public:
#if EXPECT_COMPILE_FAIL
  explicit counter(unsigned sum) : sum_{sum} {}  // expect-error: [views.ghost]
#else
  explicit counter(unsigned sum) : beans_{[&] { return sum; }}, sum_{sum} {}
#endif
  unsigned sum() const { return sum_; }
};
