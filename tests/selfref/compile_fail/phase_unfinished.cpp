// SPDX-License-Identifier: BSL-1.0
// Half a cat is no cat.
// expect-error: [selfref.phase] a cat is not finished: 2 of its 3 fields have been made
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
  auto half = std::move(begun).init<&cat::name>(0u, 4u).finish();
#else
  auto done = std::move(begun).init<&cat::name>(0u, 4u).init<&cat::legs>(4).finish();
#endif
}
