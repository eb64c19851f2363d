// SPDX-License-Identifier: BSL-1.0
// What was relocated is not where it was. (On every compiler a trap in checked builds.)
// expect-error: invalid invocation of method
// only: clang
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

int main() {
  tenure::slot<int> here, there;
  auto first = here.emplace(1);
  auto second = relocate_at(std::move(first), there);
#if EXPECT_COMPILE_FAIL
  return *first;
#endif
  return *second - 1;
}
