// SPDX-License-Identifier: BSL-1.0
// The post's cat, as one would write it in C++: while its name is short, the view leads into the cat itself.
// expect-error: [selfref.transfer] cat cannot be relocated: its part std::
// expect-error: may lead into the object itself: make it a self_field, self_slice or self_ptr
#include <string>
#include <string_view>

#include "tenure/selfref/self_slice.hpp"
#include "tenure/selfref/std.hpp"

using namespace tenure::selfref;

struct cat {
  std::string data;
  std::string_view name;
};
struct right_cat {
  std::string data;
  self_slice<&right_cat::data> name;
};

int main() {
  tenure::slot<right_cat> a, b;
  auto const nori = relocate_at(a.emplace("Nori likes tuna"), b);
#if EXPECT_COMPILE_FAIL
  tenure::slot<cat> c, d;
  auto const chashu = relocate_at(c.emplace("Chashu likes tuna"), d);
#endif
}
