// SPDX-License-Identifier: BSL-1.0
// only: clang
// V22: the variable that was given up is not used again.
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

struct strings {
  std::string a, b;
};

std::size_t play_games(strings s) {
  partial whole{std::move(s)};
  auto [taken, rest] = take<nth<0>>(std::move(whole));
#if EXPECT_COMPILE_FAIL
  return whole[at<0>].size();  // expect-error: [-Werror,-Wconsumed]
#else
  return taken[at<0>].size();
#endif
}
