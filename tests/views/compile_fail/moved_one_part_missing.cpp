// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

struct strings {
  std::string a, b, c;
};

strings play_games(strings s) {
  auto [a, bc] = take<nth<0>>(std::move(s));
  auto [b, c] = take<nth<1>>(std::move(bc));
#if EXPECT_COMPILE_FAIL
  return reassemble(std::move(a), std::move(b));  // expect-error: [views.moved]
#else
  return reassemble(std::move(a), std::move(b), std::move(c));
#endif
}
