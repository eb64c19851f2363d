// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

#include <utility>

using pair = std::pair<std::string, std::string>;

int main() {
  pair x{"a", "b"};
  auto const p = lend<shr<nth<0>>>(x);
#if EXPECT_COMPILE_FAIL
  return static_cast<int>(p[at<1>].size());  // expect-error: [views.field]
#else
  return static_cast<int>(p[at<0>].size());
#endif
}
