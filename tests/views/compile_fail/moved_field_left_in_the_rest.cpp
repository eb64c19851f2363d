// SPDX-License-Identifier: BSL-1.0
// V22: the part that was taken has no access to the field that was left.
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

struct strings {
  std::string a, b, c;
};

std::size_t play_games(strings s) {
  auto [taken, rest] = take<field<&strings::a>, field<&strings::c>>(std::move(s));
  std::size_t sum =
      rest[at<&strings::b>].size() + taken[at<&strings::a>].size() + taken[at<&strings::c>].size();
#if EXPECT_COMPILE_FAIL
  sum += taken[at<&strings::b>].size();  // expect-error: [views.moved]
#endif
  return sum;
}
