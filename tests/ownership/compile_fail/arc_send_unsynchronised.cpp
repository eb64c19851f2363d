// SPDX-License-Identifier: BSL-1.0
// An arc shares its value, so the value must bear being read by several threads: to be Send is not enough.
// expect-error: [ownership.send]
#include "tenure/ownership/arc.hpp"

class counter {  // as a cell: one thread may change it through shared access
  mutable int value_ = 0;

 public:
  void add() const { ++value_; }
};
template <>
struct tenure::declare<tenure::marker::send, counter> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::sync, counter> : tenure::no {};
template <>
struct tenure::declare<tenure::marker::leak, counter> : tenure::yes {};

/// Stands for whatever hands a value to another thread.
template <class T>
void send(T) {
  static_assert(tenure::enforce<tenure::rule::send<T>>());
}

int main() {
  send(counter{});
  auto shared = tenure::arc<counter>::make();
#if EXPECT_COMPILE_FAIL
  send(std::move(shared));
#endif
}
