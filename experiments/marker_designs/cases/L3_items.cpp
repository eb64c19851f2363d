// SPDX-License-Identifier: BSL-1.0
#include "guard.hpp"

template <class Range>
void forget_items(Range& items) {
  for (auto& item : items) tenure::forget(std::move(item));
}

int main() {
  int numbers[] = {1, 2, 3};
  forget_items(numbers);
#if MISUSE
  guard guards[3];
  forget_items(guards);
#endif
}
