// SPDX-License-Identifier: BSL-1.0
// Nobody changes what is borrowed: as_owner_mut of owning_ref, RUSTSEC-2022-0040.
// expect-error: [selfref.const] the function cannot be called with (const
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
  p.change([](std::string const&, first_word& d) { d.word.remove_prefix(1); });
#if EXPECT_COMPILE_FAIL
  p.change([](std::string& text, first_word&) { text.clear(); });
#endif
}
