// SPDX-License-Identifier: BSL-1.0
// An owner and its dependent.
//
// Sometimes the two are classes that others wrote: a text, and a parser's result that is full of views of it.
// A heap_pair keeps both in one allocation. It is one word, and moving it moves neither, so the views stay
// right. What lies in it is reached by functions that let nothing pass its border that refers to anything.

#include <tenure/selfref/heap_pair.hpp>

#include <algorithm>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tenure::selfref;

// [parse]
struct words {
  std::vector<std::string_view> all;
};
std::expected<words, std::string> parse(std::string const& text) {
  if (text.empty()) return std::unexpected("there is nothing to parse");
  words found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find(' ', at), text.size());
    found.all.push_back(std::string_view{text}.substr(at, end - at));
    at = end + 1;
  }
  return found;
}
using parsed = heap_pair<std::string, words>;
// [/parse]

int main() {
  if (parsed::try_make("", parse)) return 1;

  auto made = parsed::try_make("Nori likes tuna", parse);
  if (!made) return 2;
  parsed text = *std::move(made);  // still one word; the short string did not move
  static_assert(sizeof(parsed) == sizeof(void*));

  // [with]
  auto nth = [](std::string const&, words const& w, std::size_t i) { return std::string{w.all[i]}; };
  if (text.with(nth, std::size_t{2}) != "tuna") return 3;
  // Returning the string_view itself is refused, [selfref.reborrow]: it would outlive the pair.
  // [/with]

  // [change]
  text.change([](std::string const&, words& w) { w.all.pop_back(); });
  // Capturing is refused, [selfref.covariance]: what is captured may end before what it is written into. And
  // the owner is const for ever, [selfref.const].
  // [/change]
  if (text.with([](std::string const&, words const& w) { return w.all.size(); }) != 2) return 4;

  return std::move(text).into_owner() == "Nori likes tuna" ? 0 : 5;
}
