// SPDX-License-Identifier: BSL-1.0
// The post's program: experiments are read, and a counter is changed by what is read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "../shape.hpp"

namespace counting {

using series = std::vector<float>;
using values = std::span<float const>;

/// What the experiments are kept in: SPLIT_FIELD is the post's refactoring.
using table = std::map<std::string, series>;
using indices = std::map<std::string, std::pair<std::size_t, std::size_t>>;

inline auto names() -> std::vector<std::string> {
  return {"alder", "birch", "cedar", "elm", "fir", "larch", "oak", "yew"};
}
inline auto measured(std::size_t i) -> series { return {1.0F, i % 3 == 0 ? -2.0F : 2.0F}; }
inline constexpr std::uint32_t of_them_successful = 5;

inline auto eight_experiments() -> table {
  table all;
  for (std::size_t i = 0; auto const& name : names()) all[name] = measured(i++);
  return all;
}
inline auto eight_indices() -> indices {
  indices all;
  for (std::size_t i = 0; auto const& name : names()) {
    all[name] = {2 * i, 2};
    ++i;
  }
  return all;
}
inline auto eight_values() -> series {
  series all;
  for (std::size_t i = 0; i != 8; ++i) {
    for (float const value : measured(i)) all.push_back(value);
  }
  return all;
}
inline auto range_of(indices const& at, series const& all, std::string const& name) -> values {
  auto const [first, count] = at.at(name);
  return values{all}.subspan(first, count);
}

CALLED inline auto is_successful(values all) -> bool {
  float sum = 0;
  for (float const value : all) sum += value;
  return sum > 0;
}

}  // namespace counting
