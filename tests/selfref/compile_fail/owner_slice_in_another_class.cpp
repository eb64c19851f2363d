// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.owner] this refers to a member of cat, so it cannot be resolved in a const dog
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
  cat const nori{"Nori likes tuna", {0, 4}};
  dog const rex{"Rex likes bones"};
  auto const right = nori.name.in(nori);
#if EXPECT_COMPILE_FAIL
  auto const wrong = nori.name.in(rex);
#endif
  return right == "Nori" && rex.data != "" ? 0 : 1;
}
