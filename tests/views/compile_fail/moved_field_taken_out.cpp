// SPDX-License-Identifier: BSL-1.0
// V22: what was taken out is not in the rest.
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

struct strings {
  std::string a, b, c;
};

std::size_t play_games(strings s) {
  auto [taken, rest] = take<field<&strings::a>, field<&strings::c>>(std::move(s));
  std::size_t sum = rest[at<&strings::b>].size();
#if EXPECT_COMPILE_FAIL
  sum += rest[at<&strings::c>].size();  // expect-error: [views.moved]
#endif
  return sum;
}
