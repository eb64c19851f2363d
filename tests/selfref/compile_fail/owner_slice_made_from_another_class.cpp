// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.owner] this refers to a member of cat
#include <string>

#include "tenure/selfref/self_slice.hpp"

using tenure::selfref::self_slice;

struct cat {
  std::string data;
  self_slice<&cat::data> name;
};
struct dog {
  std::string data;
};

int main() {
  cat nori{"Nori likes tuna", {}};
  dog const rex{"Rex likes bones"};
  nori.name = self_slice<&cat::data>::of(nori, std::string_view{nori.data}.substr(0, 4));
#if EXPECT_COMPILE_FAIL
  nori.name = self_slice<&cat::data>::of(rex, std::string_view{rex.data}.substr(0, 3));
#endif
}
