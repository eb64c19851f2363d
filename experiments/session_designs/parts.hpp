// SPDX-License-Identifier: BSL-1.0
// The parts of the experiment: what becomes of mistakes, what a message costs, what compiling costs.
#pragma once

#include "support/compiler.hpp"
#include "support/experiment.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace session_designs {

namespace ex = tenure::experiment;

inline constexpr auto cursors = "cursors";
inline constexpr auto monitored = "monitor";
inline constexpr auto by_hand = "hand-written";
inline constexpr auto table = "table";
inline constexpr auto nothing = "no machine";

/// The designs with their numbers in material/designs.hpp.
struct design {
  std::string name;
  int number;
};
inline auto designs() -> std::vector<design> const& {
  static std::vector<design> const all{{cursors, 1}, {monitored, 2}, {by_hand, 3}, {table, 4}, {nothing, 5}};
  return all;
}

inline auto short_name(ex::compiler const& cxx) -> std::string {
  return cxx.kind == ex::family::gcc ? "GCC" : "Clang";
}

void judge_mistakes(ex::report& out);
void count_lines(ex::report& out);
void count_messages(ex::report& out);
void count_sizes(ex::report& out);
void check_size_of_cursor(ex::report& out);
void time_compilers(ex::report& out);

}  // namespace session_designs
