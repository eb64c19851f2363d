// SPDX-License-Identifier: BSL-1.0
// A reference to the dependent itself, with which it could be seen at two lifetimes: self_cell, issue 28.
// expect-error: [selfref.reborrow] a first_word
// expect-error: cannot leave a heap_pair
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
  static_cast<void>(p.with([](std::string const&, first_word const& d) { return d.word.size(); }));
#if EXPECT_COMPILE_FAIL
  auto* const self = p.change([](std::string const&, first_word& d) { return &d; });
  static_cast<void>(self);
#endif
}
