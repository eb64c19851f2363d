// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

struct strings {
  std::string a, b;
};

std::size_t play_games(strings s) {
#if EXPECT_COMPILE_FAIL
  auto [taken, rest] = take<nth<0>>(s);  // expect-error: [views.moved]
#else
  auto [taken, rest] = take<nth<0>>(std::move(s));
#endif
  return taken[at<0>].size() + rest[at<1>].size();
}
