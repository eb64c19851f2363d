// SPDX-License-Identifier: BSL-1.0
#include "support/instructions.hpp"

#include "support/child.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace tenure::experiment {
namespace {

constexpr auto time_limit = std::chrono::minutes{5};

auto reason(std::string why) -> cost { return {std::nullopt, std::move(why)}; }

/// The total in a callgrind output file, on the line "totals: N" or "summary: N".
auto total(std::filesystem::path const& file) -> std::optional<double> {
  std::ifstream lines(file);
  std::optional<double> found;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("totals:") && !line.starts_with("summary:")) continue;
    std::istringstream number(line.substr(line.find(':') + 1));
    if (double value = 0; number >> value) found = value;
  }
  return found;
}

auto last_line(std::string text) -> std::string {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

/// Instructions of one run, or why there is no number.
auto count_run(std::filesystem::path const& program, std::vector<std::string> const& arguments, std::size_t n)
    -> cost {
  scratch const directory;
  auto const out = directory.path() / "callgrind.out";
  std::vector<std::string> words{"valgrind", "--quiet", "--tool=callgrind",
                                 "--callgrind-out-file=" + out.string(), program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  words.push_back(std::to_string(n));
  auto const run = run_child(words, {.time = time_limit});
  if (!run.error.empty()) return reason("instructions cannot be counted: " + run.error);
  if (!run.ok()) {
    return reason(fmt::format("'{}' under callgrind: {}; {}", program.filename().string(), run.how(),
                              last_line(run.output)));
  }
  auto const counted = total(out);
  if (!counted) return reason("callgrind wrote no total");
  return {number{*counted}, {}};
}

}  // namespace

auto instructions_per_operation(std::filesystem::path const& program,
                                std::vector<std::string> const& arguments, std::size_t n) -> cost {
  auto const once = count_run(program, arguments, n);
  if (!once.measured) return once;
  auto const twice = count_run(program, arguments, 2 * n);
  if (!twice.measured) return twice;
  return {number{(twice.measured->value - once.measured->value) / static_cast<double>(n)}, {}};
}

auto instructions_per_operation(compilation const& what, std::vector<std::string> const& arguments,
                                std::size_t n) -> cost {
  scratch const directory;
  auto build = what;
  build.flags.insert(build.flags.begin(), {"-O2", "-DNDEBUG"});
  build.to = mode::executable;
  build.output = directory.path() / "program";
  auto const built = compile(build);
  if (!built.accepted()) return reason("the program does not compile: " + built.output);
  return instructions_per_operation(build.output, arguments, n);
}

}  // namespace tenure::experiment
