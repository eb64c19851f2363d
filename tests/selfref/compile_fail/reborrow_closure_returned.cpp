// SPDX-License-Identifier: BSL-1.0
// A closure carries what it has captured.
// expect-error: [selfref.reborrow] a
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
  static_cast<void>(p.with([](std::string const&, first_word const& d) { return d.word.empty(); }));
#if EXPECT_COMPILE_FAIL
  auto later = p.with([](std::string const&, first_word const& d) { return [&d] { return d.word.size(); }; });
  static_cast<void>(later);
#endif
}
