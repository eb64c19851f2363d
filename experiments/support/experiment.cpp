// SPDX-License-Identifier: BSL-1.0
#include "support/experiment.hpp"

#include "support/child.hpp"
#include "support/output.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

namespace tenure::experiment {
namespace {

constexpr int success = 0;
constexpr int claim_failed = 1;
constexpr int no_work = 2;

/// Prints, and says whether it arrived: a full disk or a closed pipe must not look like success.
auto show(std::string const& text) -> bool {
  std::fwrite(text.data(), 1, text.size(), stdout);
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

void complain(std::string const& name, char const* why) { fmt::print(stderr, "{}: {}\n", name, why); }

}  // namespace

report::report(about what, options chosen) : about_(std::move(what)), options_(std::move(chosen)) {}

auto report::source_dir() const -> std::filesystem::path {
  return std::filesystem::path(TENURE_SOURCE_DIR) / "experiments" / about_.name;
}

auto report::columns_or_designs(std::vector<std::string> columns) const -> std::vector<std::string> {
  if (columns.empty()) {
    for (auto const& one : about_.designs) columns.push_back(one.name);
  }
  return columns;
}

void report::check_new(std::string const& title) const {
  for (auto const& one : tables_) {
    if (std::visit([](auto const& known) { return known.title(); }, one) == title) {
      throw std::invalid_argument(fmt::format("there is a table '{}' already", title));
    }
  }
}

auto report::verdicts(std::string title, std::vector<std::string> columns) -> verdict_table& {
  check_new(title);
  tables_.emplace_back(std::in_place_type<verdict_table>, std::move(title),
                       columns_or_designs(std::move(columns)));
  return std::get<verdict_table>(tables_.back());
}

auto report::costs(cost_spec spec) -> cost_table& {
  check_new(spec.title);
  spec.columns = columns_or_designs(std::move(spec.columns));
  tables_.emplace_back(std::in_place_type<cost_table>, std::move(spec));
  return std::get<cost_table>(tables_.back());
}

void report::claim_that(std::string sentence, bool holds, std::string evidence) {
  auto const status = holds ? claim_status::holds : claim_status::fails;
  claims_.push_back({std::move(sentence), status, std::move(evidence)});
}

void report::not_measured(std::string sentence, std::string reason) {
  claims_.push_back({std::move(sentence), claim_status::not_measured, std::move(reason)});
}

void report::note(std::string text) { notes_.push_back(std::move(text)); }

auto report::all_hold() const -> bool {
  for (auto const& one : claims_) {
    if (one.status != claim_status::holds) return false;
  }
  return !claims_.empty();
}

auto run(int argc, char** argv, about what, std::function<void(report&)> const& body) -> int {
  auto const name = what.name;
  auto const asked = parse(argc, argv, name, what.question);
  if (!asked.chosen) return asked.status;
  notice_interrupts();

  std::optional<result_file> json;
  try {
    if (!asked.chosen->json.empty()) json.emplace(asked.chosen->json);
  } catch (std::exception const& failure) {
    complain(name, failure.what());
    return no_work;
  }

  report found(std::move(what), *asked.chosen);
  try {
    body(found);
  } catch (std::exception const& failure) {
    show(as_text(found));
    complain(name, failure.what());
    return no_work;
  }
  bool const printed = show(as_text(found));
  if (!printed) complain(name, "the tables could not be printed");
  try {
    if (json) json->write(as_json(found, where_from(*asked.chosen)));
  } catch (std::exception const& failure) {
    complain(name, failure.what());
    return no_work;
  }
  if (!printed) return no_work;
  if (found.claims().empty()) complain(name, "no claim was judged, so nothing was shown");
  return found.all_hold() ? success : claim_failed;
}

}  // namespace tenure::experiment
