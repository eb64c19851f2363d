// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

struct strings {
  std::string a, b;
};

std::size_t size_of_a(view<strings, shr<field<&strings::a>>> self) { return self[at<&strings::a>].size(); }

std::size_t play_games(strings s) {
  auto [taken, rest] = take<field<&strings::a>>(std::move(s));
  std::size_t sum = size_of_a(taken.lend<shr<field<&strings::a>>>());
#if EXPECT_COMPILE_FAIL
  sum += size_of_a(rest.lend<shr<field<&strings::a>>>());  // expect-error: [views.moved]
#endif
  return sum;
}
