// SPDX-License-Identifier: BSL-1.0
// A view of the owner must not outlive the pair.
// expect-error: cannot leave a heap_pair, for it may refer to what is in it
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
  std::string const copy =
      p.with([](std::string const&, first_word const& d) { return std::string{d.word}; });
#if EXPECT_COMPILE_FAIL
  std::string_view const view = p.with([](std::string const&, first_word const& d) { return d.word; });
  static_cast<void>(view);
#endif
}
