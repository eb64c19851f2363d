// SPDX-License-Identifier: BSL-1.0
// A field is looked at before it is made.
// expect-error: [selfref.phase] &cat::name is not ready yet: 1 fields of cat have been made
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
  static_cast<void>(begun.get<&cat::data>());
#if EXPECT_COMPILE_FAIL
  static_cast<void>(begun.get<&cat::name>());
#else
  auto done = std::move(begun).init<&cat::name>(0u, 4u).init<&cat::legs>(4).finish();
#endif
}
