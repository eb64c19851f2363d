// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

struct strings {
  std::string a, b;
};

void play_games(strings s) {
  partial whole{std::move(s)};
#if EXPECT_COMPILE_FAIL
  partial copy{whole};  // expect-error: [ownership.affine]
#else
  partial moved{std::move(whole)};
#endif
}
