// SPDX-License-Identifier: BSL-1.0
// A pair is no pair of the bases, although each of its parts could be converted.
// expect-error: [selfref.covariance] a heap_pair of other types cannot become this one
#include <utility>

#include "tenure/selfref/heap_pair.hpp"

struct cat {};
struct kitten : cat {};

int main() {
  auto p = tenure::selfref::heap_pair<kitten, int>::make(kitten{}, [](kitten const&) { return 1; });
  tenure::selfref::heap_pair<kitten, int> q = std::move(p);
#if EXPECT_COMPILE_FAIL
  tenure::selfref::heap_pair<cat, int> r = std::move(q);
#endif
}
