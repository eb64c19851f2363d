// SPDX-License-Identifier: BSL-1.0
// N7: a guard counts down in the thread that counted up.
// expect-error: [ownership.send] tenure::borrowed_mut<int> is not Send
#include "tenure/ownership/ref_cell.hpp"

template <class T>
void to_other_thread(T) {
  static_cast<void>(tenure::enforce<tenure::rule::send<T>>());
}

int main() {
  tenure::ref_cell<int> c{1};
  to_other_thread(std::move(c));
#if EXPECT_COMPILE_FAIL
  tenure::ref_cell<int> d{1};
  to_other_thread(tenure::shared{d}.borrow_mut());
#endif
}
