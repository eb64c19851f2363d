// SPDX-License-Identifier: BSL-1.0
// A constant expression checks preconditions in every build.
// expect-error: [selfref.bounds] a transfer_vector has no element at this index
#include "tenure/selfref/vector.hpp"

constexpr int third_of(int count) {
  tenure::selfref::transfer_vector<int> numbers;
  for (int i = 0; i < count; ++i) numbers.push_back(i);
  return numbers[2];
}
static_assert(third_of(3) == 2);
#if EXPECT_COMPILE_FAIL
static_assert(third_of(2) == 2);
#endif

int main() {}
