// SPDX-License-Identifier: BSL-1.0
// Also by a step.
// expect-error: [selfref.phase] &cat::legs is not ready yet
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
  auto next = std::move(begun).init_with<&cat::name>([](auto ready) {
    return tenure::selfref::self_slice<&cat::data>{
        0, static_cast<std::size_t>(ready.template get<&cat::legs>())};
  });
#else
  auto done = std::move(begun).init<&cat::name>(0u, 4u).init<&cat::legs>(4).finish();
#endif
}
