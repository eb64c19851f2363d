// SPDX-License-Identifier: BSL-1.0
// A phase is consumed by its step.
// expect-error: invalid invocation of method 'get' on object 'begun' while it is in the 'consumed' state
// only: clang
#include <string>
#include <utility>

#include "tenure/selfref/phased.hpp"
#include "tenure/selfref/self_slice.hpp"

struct cat {
  std::string data;
  tenure::selfref::self_slice<&cat::data> name;
  int legs;
};

int main() {
  tenure::slot<cat> place;
  auto begun = tenure::selfref::phased{place}.init<&cat::data>("Nori likes tuna");
#if EXPECT_COMPILE_FAIL
  auto next = std::move(begun).init<&cat::name>(0u, 4u);
  static_cast<void>(begun.get<&cat::data>());
#else
  auto done = std::move(begun).init<&cat::name>(0u, 4u).init<&cat::legs>(4).finish();
#endif
}
