// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.range] a self_slice cannot be made of a
#include <array>
#include <span>
#include <string>

#include "tenure/selfref/self_slice.hpp"

using tenure::selfref::self_slice;

struct cat {
  std::string data;
  std::array<int, 4> numbers;
  self_slice<&cat::data> name;
};

int main() {
  cat c{"Nori", {1, 2, 3, 4}, {}};
  c.name = self_slice<&cat::data>::of(c, std::string_view{c.data});
#if EXPECT_COMPILE_FAIL
  c.name = self_slice<&cat::data>::of(c, std::span{c.numbers});
#endif
}
