// SPDX-License-Identifier: BSL-1.0
// Judges the programs of cases/: does the compiler reject the misuse, and if not, what becomes of it?
#pragma once

#include "support/child.hpp"
#include "support/compiler.hpp"
#include "support/tables.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace owning_references {

namespace ex = tenure::experiment;

enum class fate {
  rejected,   ///< does not compile
  no_harm,    ///< compiles, and the program is right all the same
  trapped,    ///< a check of the library ends the program with a sentence
  crashed,    ///< ends by a signal, with nothing said
  sanitizer,  ///< runs on with a wrong result; AddressSanitizer reports it
  silent,     ///< runs on with a wrong result, and nothing reports it
  unknown,    ///< could not be found out
};

struct judged {
  fate what = fate::unknown;
  std::string by;  ///< what said so: a rule, a warning, the book of the case
};

/// Parses the library once: the flags to give to each further compilation with the same `flags`.
/// `directory` is where the result is kept meanwhile.
auto precompile(ex::compiler const& with, std::vector<std::string> const& flags,
                std::filesystem::path const& directory) -> std::vector<std::string>;

/// What became of a program that was accepted.
auto outcome(ex::child_result const& run) -> judged;

/// Each case file with each design, by one compiler: `[case][design]`. `designs` are the numbers of
/// cases/case.hpp.
auto judge_cases(ex::compiler const& with, std::vector<std::filesystem::path> const& cases,
                 std::vector<int> const& designs) -> std::vector<std::vector<judged>>;

/// Which of what `judge_cases` found silent does AddressSanitizer report? Changes those to `sanitizer`. One
/// build with `with` answers for all the compilers in `found`.
void sanitize(ex::compiler const& with, std::vector<std::filesystem::path> const& cases,
              std::vector<int> const& designs, std::vector<std::vector<std::vector<judged>>>& found);

/// The second line of a case is its title.
auto title_of(std::filesystem::path const& file) -> std::string;

auto cell_of(judged const& what) -> ex::cell;

}  // namespace owning_references
