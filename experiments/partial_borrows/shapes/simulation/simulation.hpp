// SPDX-License-Identifier: BSL-1.0
// A step of a simulation over a struct of arrays, of which each phase reads some and writes others. All are
// of one type.
#pragma once

#include <vector>

#include "../shape.hpp"

namespace simulation {

using numbers = std::vector<double>;

inline constexpr std::size_t count = 16;
inline constexpr double step = 0.5;

inline auto in_a_row() -> numbers {
  numbers all;
  for (std::size_t i = 0; i != count; ++i) all.push_back(static_cast<double>(i));
  return all;
}
inline auto at_rest() -> numbers { return numbers(count); }

}  // namespace simulation
