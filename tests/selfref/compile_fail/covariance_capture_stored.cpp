// SPDX-License-Identifier: BSL-1.0
// What is captured may end before the dependent that it is written into: self_cell, issue 49.
// expect-error: [selfref.covariance] the function captures something that may end before the dependent
#include <string>
#include <string_view>
#include <utility>

#include "tenure/selfref/heap_pair.hpp"

struct first_word {
  std::string_view word;
};
using named = tenure::selfref::heap_pair<std::string, first_word>;
inline first_word find(std::string const& text) { return {std::string_view{text}.substr(0, text.find(' '))}; }

int main() {
  named p = named::make("Nori likes tuna", find);
  p.change([](std::string const&, first_word& d) { d.word = "Tama"; });
#if EXPECT_COMPILE_FAIL
  {
    std::string const shorter = "Chashu";
    p.change([&](std::string const&, first_word& d) { d.word = shorter; });
  }
#endif
}
