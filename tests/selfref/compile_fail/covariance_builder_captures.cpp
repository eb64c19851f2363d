// SPDX-License-Identifier: BSL-1.0
// A dependent that borrows something else than the owner it is made with: yoke, issue 2926.
// expect-error: [selfref.covariance] the function captures something
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
#if EXPECT_COMPILE_FAIL
  std::string const other = "Chashu";
  named q = named::make("Nori", [&](std::string const&) { return find(other); });
#endif
}
