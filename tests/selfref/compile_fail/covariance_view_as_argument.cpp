// SPDX-License-Identifier: BSL-1.0
// The same without a capture: an argument that refers to something shorter-lived.
// expect-error: cannot enter a heap_pair, for it may refer to what ends before the dependent
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
  p.change([](std::string const&, first_word& d, std::size_t size) { d.word = d.word.substr(0, size); },
           std::size_t{2});
#if EXPECT_COMPILE_FAIL
  {
    std::string const shorter = "Chashu";
    p.change([](std::string const&, first_word& d, std::string_view word) { d.word = word; },
             std::string_view{shorter});
  }
#endif
}
