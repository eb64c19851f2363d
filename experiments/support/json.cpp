// SPDX-License-Identifier: BSL-1.0
#include "support/output.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace tenure::experiment {
namespace {

using json = nlohmann::ordered_json;

/// A title as a name for the tools: lower case, dashes for what is neither letter nor digit.
auto slug(std::string const& title) -> std::string {
  std::string out;
  for (char const c : title) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

auto name_of(mark one) -> char const* {
  switch (one) {
    case mark::good:
      return "good";
    case mark::mixed:
      return "mixed";
    case mark::bad:
      return "bad";
    case mark::missing:
      return "missing";
    case mark::plain:
      return "plain";
  }
  return "plain";
}

auto name_of(claim_status status) -> char const* {
  switch (status) {
    case claim_status::holds:
      return "holds";
    case claim_status::fails:
      return "fails";
    case claim_status::not_measured:
      return "not measured";
  }
  return "fails";
}

auto json_of(verdict_table const& table) -> json {
  json rows = json::array();
  for (auto const& row : table.rows()) {
    json cells = json::array();
    for (auto const& one : row.cells) {
      cells.push_back(one ? json{{"mark", name_of(one->judged)}, {"text", one->text}, {"note", one->note}}
                          : json());
    }
    rows.push_back({{"label", row.label}, {"cells", std::move(cells)}});
  }
  return {{"kind", "verdict"},
          {"id", slug(table.title())},
          {"title", table.title()},
          {"columns", table.columns()},
          {"rows", std::move(rows)}};
}

auto json_of(cost_table const& table, cost const& one, double ratio) -> json {
  if (!one.measured) return {{"missing", one.reason}};
  json out{{"value", one.measured->value}};
  if (one.measured->low) out["low"] = *one.measured->low;
  if (one.measured->high) out["high"] = *one.measured->high;
  if (std::isfinite(ratio) && !table.spec().baseline.empty()) out["ratio"] = ratio;
  return out;
}

auto json_of(cost_table const& table) -> json {
  json rows = json::array();
  for (auto const& row : table.rows()) {
    json cells = json::array();
    for (std::size_t c = 0; c != row.cells.size(); ++c) {
      auto const ratio = table.ratio(row.label, table.columns()[c]);
      cells.push_back(row.cells[c] ? json_of(table, *row.cells[c], ratio) : json());
    }
    json made{{"label", row.label}, {"unit", table.unit_of(row.label)}};
    if (auto const x = table.position_of(row.label)) made["x"] = *x;
    made["cells"] = std::move(cells);
    rows.push_back(std::move(made));
  }
  return {{"kind", "cost"},
          {"id", slug(table.title())},
          {"title", table.title()},
          {"unit", table.spec().unit},
          {"baseline", table.spec().baseline},
          {"axis", table.spec().axis},
          {"columns", table.columns()},
          {"rows", std::move(rows)}};
}

}  // namespace

auto as_json(report const& found, provenance const& from) -> std::string {
  json out{{"schema", "tenure-experiment/1"},
           {"name", found.subject().name},
           {"question", found.subject().question},
           {"designs", json::array()},
           {"tables", json::array()},
           {"notes", found.notes()},
           {"claims", json::array()}};
  for (auto const& one : found.subject().designs) {
    out["designs"].push_back({{"name", one.name}, {"description", one.description}});
  }
  for (auto const& table : found.tables()) {
    out["tables"].push_back(std::visit([](auto const& one) { return json_of(one); }, table));
  }
  for (auto const& one : found.claims()) {
    out["claims"].push_back(
        {{"sentence", one.sentence}, {"status", name_of(one.status)}, {"evidence", one.evidence}});
  }
  out["provenance"] = {{"commit", from.commit},
                       {"compiler", from.compiler},
                       {"flags", from.flags},
                       {"date", from.date},
                       {"cpu", from.cpu},
                       {"system", from.system},
                       {"command", from.command},
                       {"quick", found.chosen().quick},
                       {"seed", found.chosen().seed}};
  return out.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

result_file::result_file(std::filesystem::path path) : path_(std::move(path)) {
  std::error_code ignored;
  auto const kind = std::filesystem::status(path_, ignored).type();
  if (kind == std::filesystem::file_type::directory) fail("write", EISDIR);
  bool const direct =
      kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::not_found;
  if (!direct) temporary_ = fmt::format("{}.{}.tmp", path_.string(), ::getpid());
  file_ = std::fopen((direct ? path_ : temporary_).c_str(), "w");
  if (file_ == nullptr) fail("write", errno);
}

result_file::~result_file() {
  if (file_ != nullptr) std::fclose(file_);
  std::error_code ignored;
  if (!temporary_.empty()) std::filesystem::remove(temporary_, ignored);
}

void result_file::write(std::string const& text) {
  bool const written = std::fwrite(text.data(), 1, text.size(), file_) == text.size();
  int error = errno;
  bool const closed = std::fclose(std::exchange(file_, nullptr)) == 0;
  if (written && !closed) error = errno;
  if (!written || !closed) fail("write", error);
  if (temporary_.empty()) return;
  std::error_code failed;
  std::filesystem::rename(temporary_, path_, failed);
  if (failed) fail("replace", failed.value());
}

void result_file::fail(char const* doing, int error) const {
  throw std::runtime_error(fmt::format("cannot {} '{}': {}", doing, path_.string(), std::strerror(error)));
}

}  // namespace tenure::experiment
