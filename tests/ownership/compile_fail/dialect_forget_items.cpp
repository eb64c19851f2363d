// SPDX-License-Identifier: BSL-1.0
// L3: the items of a sequence are judged when the loop over them is instantiated.
#include <tenure/ownership/forget.hpp>

struct guard {};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

template <class Range>
void forget_items(Range& items) {
  for (auto& item : items) tenure::forget(std::move(item));
}

int main() {
  int numbers[] = {1, 2, 3};
  forget_items(numbers);
#if EXPECT_COMPILE_FAIL
  guard guards[3];
  forget_items(guards);  // expect-error: [ownership.leak]
#endif
}
