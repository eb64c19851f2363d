// SPDX-License-Identifier: BSL-1.0
// N7's sibling: another thread would read the cell while this one writes.
// expect-error: [ownership.send] tenure::shared<
// expect-error: its part tenure::cell<int> is declared not to be Sync
#include "tenure/ownership/cell.hpp"

template <class T>
void to_other_thread(T) {
  static_cast<void>(tenure::enforce<tenure::rule::send<T>>());
}

int main() {
  tenure::cell<int> c{1};
  to_other_thread(std::move(c));
#if EXPECT_COMPILE_FAIL
  tenure::cell<int> d{1};
  to_other_thread(tenure::shared{d});
#endif
}
