// SPDX-License-Identifier: BSL-1.0
// The error of a construction that failed outlives the owner.
// expect-error: [selfref.reborrow] a
// expect-error: cannot leave a heap_pair
#include <expected>
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
  auto made = named::try_make("", [](std::string const& text) -> std::expected<first_word, int> {
    if (text.empty()) return std::unexpected(1);
    return find(text);
  });
#if EXPECT_COMPILE_FAIL
  auto bad = named::try_make("", [](std::string const& text) -> std::expected<first_word, std::string_view> {
    if (text.empty()) return std::unexpected(std::string_view{text});
    return find(text);
  });
#endif
}
