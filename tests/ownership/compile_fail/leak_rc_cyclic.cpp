// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak] holder is not Leak
#include "tenure/ownership/rc.hpp"

struct guard {
  ~guard() {}
};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

struct node {
  tenure::weak_rc<node> self;
};
struct holder {
  tenure::weak_rc<holder> self;
  guard open;
};

int main() {
  auto const fine = tenure::rc<node>::make_cyclic([](auto const& self) { return node{self.clone()}; });
#if EXPECT_COMPILE_FAIL
  auto const held =
      tenure::rc<holder>::make_cyclic([](auto const& self) { return holder{self.clone(), {}}; });
#endif
}
