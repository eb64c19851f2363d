// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

struct file {
  std::string name;
  int handle;
#if EXPECT_COMPILE_FAIL
  ~file() {}  // expect-error: [views.divide]
#endif
};

std::size_t play_games(file f) {
  auto [taken, rest] = take<nth<0>>(std::move(f));
  return taken[at<0>].size();
}
