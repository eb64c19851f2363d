// SPDX-License-Identifier: BSL-1.0
// Fields are made in the order of their declaration, so that they end in the reverse.
// expect-error: [selfref.phase] &cat::legs is made too early
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
  auto next = std::move(begun).init<&cat::legs>(4);
#else
  auto done = std::move(begun).init<&cat::name>(0u, 4u).init<&cat::legs>(4).finish();
#endif
}
