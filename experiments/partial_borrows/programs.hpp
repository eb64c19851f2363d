// SPDX-License-Identifier: BSL-1.0
// The shapes: which programs each has, and what becomes of a program when it is compiled and run.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "support/compiler.hpp"
#include "support/experiment.hpp"
#include "support/instructions.hpp"

namespace partial_borrows {

namespace ex = tenure::experiment;

/// The designs, by the numbers and the file names of shapes/shape.hpp.
struct design {
  std::string name;
  std::string file;
  int number;
};
auto designs() -> std::vector<design> const&;

/// A program that a shape has in every design, by the number of shapes/shape.hpp.
struct program {
  int number;
  bool right;  ///< it should run; the others should not
  std::string title;
};
auto programs() -> std::vector<program> const&;

struct shape {
  std::string name;
  std::string title;
  std::vector<int> programs;  ///< besides the control, which every shape has
};
/// With --quick one shape and its most telling programs.
auto shapes(bool quick) -> std::vector<shape>;

enum class fate {
  rejected,  ///< by the compiler
  trapped,   ///< by a check while it ran, which named a rule
  ran,       ///< to its end, with the right results
  wrong,     ///< ran on with a wrong result, or crashed
  unknown,   ///< could not be found out, or the control of the same design is not right
};
struct judged {
  fate what = fate::unknown;
  std::string by;  ///< the rule, the warning, or what happened
};

/// One program of one shape in one design, as one compiler sees it.
struct question {
  std::string shape;
  std::string design;
  int program = 0;
  ex::family with = ex::family::gcc;
  auto operator<=>(question const&) const = default;
};
using answers = std::map<question, judged>;

/// What a rejection rests on: a rule of the library, a warning, or the language.
auto reason_of(std::string const& diagnostics) -> std::string;

/// Compiles all programs of the shapes, and runs those that are accepted.
/// With `quick` the analysis is left out where there is none.
auto judge(std::filesystem::path const& source, std::vector<shape> const& which, bool quick) -> answers;

/// Looks closer at the wrong programs that nothing stopped: what AddressSanitizer says of them.
void sanitize(std::filesystem::path const& source, answers& found);

/// Instructions of one run of a shape's program, and bytes passed when each of its functions is called once.
struct price {
  ex::cost instructions;
  double bytes = 0;
};
auto measure_prices(std::filesystem::path const& source, std::vector<shape> const& which, ex::family with)
    -> std::map<std::pair<std::string, std::string>, price>;

}  // namespace partial_borrows
