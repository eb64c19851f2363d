// SPDX-License-Identifier: BSL-1.0
// What an experiment's main.cpp says: a question, the designs compared, tables filled from what is
// measured, and claims judged from those tables. Everything else (command line, printing, JSON,
// provenance, exit status) is done here, the same for every experiment.
//
// Exit status: 0 every claim holds; 1 a claim fails, was not measured, or none was made;
// 2 bad usage, or the experiment could not do its work.
#pragma once

#include "support/options.hpp"
#include "support/tables.hpp"

#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace tenure::experiment {

/// One of the things compared. Its `name` is the column in every table.
struct design {
  std::string name;
  std::string description;
};

/// What the experiment is about. `name` is the name of its folder and of its binary.
struct about {
  std::string name;
  std::string question;
  std::vector<design> designs = {};
};

enum class claim_status { holds, fails, not_measured };

/// A sentence, what the measurement says about it, and the numbers that say so.
struct claim {
  std::string sentence;
  claim_status status;
  std::string evidence;
};

/// Where the body of an experiment puts what it finds. References returned by `verdicts` and
/// `costs` stay valid while the report lives. Titles of tables are distinct: a second table of the
/// same title throws std::invalid_argument.
class report {
 public:
  report(about what, options chosen);

  [[nodiscard]] auto chosen() const -> options const& { return options_; }
  [[nodiscard]] auto quick() const -> bool { return options_.quick; }
  [[nodiscard]] auto subject() const -> about const& { return about_; }
  /// The experiment's folder in the source tree, where its cases lie.
  [[nodiscard]] auto source_dir() const -> std::filesystem::path;

  /// A table of verdicts, one column per design unless other columns are named.
  auto verdicts(std::string title, std::vector<std::string> columns = {}) -> verdict_table&;

  /// A table of numbers, one column per design unless `columns` are named. Throws
  /// std::invalid_argument when the baseline is no column.
  auto costs(cost_spec spec) -> cost_table&;

  /// A claim judged from what was just measured. `evidence` states the numbers.
  void claim_that(std::string sentence, bool holds, std::string evidence);

  /// A claim that could not be judged, and why. It counts as not passed.
  void not_measured(std::string sentence, std::string reason);

  /// A remark printed below the tables.
  void note(std::string text);

  using table = std::variant<verdict_table, cost_table>;
  [[nodiscard]] auto tables() const -> std::deque<table> const& { return tables_; }
  [[nodiscard]] auto claims() const -> std::vector<claim> const& { return claims_; }
  [[nodiscard]] auto notes() const -> std::vector<std::string> const& { return notes_; }
  [[nodiscard]] auto all_hold() const -> bool;

 private:
  void check_new(std::string const& title) const;
  [[nodiscard]] auto columns_or_designs(std::vector<std::string> columns) const -> std::vector<std::string>;

  about about_;
  options options_;
  std::deque<table> tables_;
  std::vector<claim> claims_;
  std::vector<std::string> notes_;
};

/// Parses the command line, runs `body`, prints what it found, writes the JSON, and returns the exit
/// status for `main`. An exception from `body` is reported in one sentence, after the tables so far.
auto run(int argc, char** argv, about what, std::function<void(report&)> const& body) -> int;

}  // namespace tenure::experiment
