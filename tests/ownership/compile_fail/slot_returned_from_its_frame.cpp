// SPDX-License-Identifier: BSL-1.0
// only: clang
// An own cannot leave the frame of the slot in which its value lies.
#include <tenure/ownership.hpp>

tenure::own<int> in_the_callers_storage(tenure::slot<int>& answer) { return answer.emplace(42); }

#if EXPECT_COMPILE_FAIL
tenure::own<int> in_its_own_storage() {
  tenure::slot<int> answer;
  return answer.emplace(42);  // expect-error: [-Werror,-Wreturn-stack-address]
}
#endif

int main() {
  tenure::slot<int> answer;
  return *in_the_callers_storage(answer) == 42 ? 0 : 1;
}
