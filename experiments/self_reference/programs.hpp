// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/compiler.hpp"
#include "support/tables.hpp"

/// Programs that do one thing with one design, each compiled by itself and run in a child process.
namespace self_reference {

namespace ex = tenure::experiment;

struct design {
  std::string name;
  std::string description;
  int number;
};
auto designs() -> std::vector<design> const&;

struct operation {
  std::string title;
  int number;
  bool library;  ///< one of tenure's, not of the language's or the system's
};
auto operations() -> std::vector<operation> const&;

/// The async function: name of the class, and what it is.
auto futures() -> std::vector<std::pair<std::string, std::string>> const&;
auto future_operations() -> std::vector<operation> const&;

enum class fate {
  right,
  rejected,  ///< by the compiler
  trapped,   ///< ended by a check of the library, with its rule
  wrong,     ///< a wrong result, or undefined behaviour
  unknown,
};
struct judged {
  fate what = fate::unknown;
  std::string by;  ///< the rule or reason; of what is wrong, what AddressSanitizer says of it
};
/// By the column and the operation's number.
using answers = std::map<std::pair<std::string, int>, judged>;

/// Each operation on each design, with the library's checks and under AddressSanitizer.
auto judge(std::filesystem::path const& source, ex::compiler const& with, std::vector<design> const& which,
           std::vector<operation> const& what) -> answers;
auto judge_futures(std::filesystem::path const& source, ex::compiler const& with,
                   std::vector<std::string> const& which, std::vector<operation> const& what) -> answers;

struct price {
  std::optional<double> bytes;  ///< of the object
  std::optional<double> heap;   ///< what it asks the heap for
  std::map<std::string, ex::cost> instructions;
};
/// Of what works, optimised, without checks: by the column, and "make", "follow", "relocate", "swap", "life".
auto measure(std::filesystem::path const& source, ex::compiler const& with, std::vector<design> const& which,
             std::vector<std::string> const& what, answers const& found) -> std::map<std::string, price>;
auto measure_futures(std::filesystem::path const& source, ex::compiler const& with,
                     std::vector<std::string> const& which) -> std::map<std::string, price>;

}  // namespace self_reference
