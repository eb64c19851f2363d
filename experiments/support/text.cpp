// SPDX-License-Identifier: BSL-1.0
#include "support/output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tenure::experiment {
namespace {

auto width_of(char32_t c) -> std::size_t {
  bool const combining =
      (c >= 0x300 && c <= 0x36f) || c == 0x200b || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f);
  if (combining) return 0;
  bool const wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
                    (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                    (c >= 0xff00 && c <= 0xff60) || (c >= 0x1f300 && c <= 0x1faff);
  return wide ? 2 : 1;
}

enum class side { left, right };

auto pad(std::string const& text, std::size_t width, side to) -> std::string {
  auto const have = display_width(text);
  auto const fill = std::string(width > have ? width - have : 0, ' ');
  return to == side::left ? text + fill : fill + text;
}

auto sign(mark of) -> char const* {
  switch (of) {
    case mark::good:
      return "✓ ";
    case mark::mixed:
      return "~ ";
    case mark::bad:
      return "✗ ";
    case mark::missing:
      return "? ";
    case mark::plain:
      return "";
  }
  return "";
}

/// Enough digits to compare, no more.
auto digits(double value) -> std::string {
  if (std::isnan(value)) return "–";
  if (value == std::floor(value) && std::abs(value) < 1e15) return fmt::format("{:.0f}", value);
  auto const size = std::abs(value);
  if (size >= 100) return fmt::format("{:.0f}", value);
  if (size >= 10) return fmt::format("{:.1f}", value);
  if (size >= 1) return fmt::format("{:.2f}", value);
  return fmt::format("{:.3g}", value);
}

/// A text table: a label and, per column, one or more strings that are aligned below each other.
class layout {
 public:
  layout(std::vector<std::string> const& columns, side to) : columns_(columns), to_(to) {}

  /// Number for a note below the table; equal notes share one.
  auto note(std::string const& text) -> std::string {
    if (text.empty()) return {};
    auto at = std::find(notes_.begin(), notes_.end(), text);
    if (at == notes_.end()) at = notes_.insert(at, text);
    return fmt::format(" [{}]", at - notes_.begin() + 1);
  }

  void row(std::string label, std::vector<std::pair<std::string, std::string>> cells) {
    rows_.push_back({std::move(label), std::move(cells)});
  }

  [[nodiscard]] auto text() const -> std::string {
    std::size_t labels = 0;
    for (auto const& [label, cells] : rows_) labels = std::max(labels, display_width(label));
    std::string out = "  " + std::string(labels, ' ');
    std::vector<std::string> bodies(rows_.size());
    for (std::size_t c = 0; c != columns_.size(); ++c) add_column(c, out, bodies);
    out = trimmed(out) + "\n";
    for (std::size_t r = 0; r != rows_.size(); ++r) {
      out += trimmed("  " + pad(rows_[r].first, labels, side::left) + bodies[r]) + "\n";
    }
    for (std::size_t i = 0; i != notes_.size(); ++i)
      out += fmt::format("  [{}] {}\n", i + 1, indented(notes_[i]));
    return out;
  }

 private:
  void add_column(std::size_t c, std::string& head, std::vector<std::string>& bodies) const {
    std::size_t first = 0;
    std::size_t second = 0;
    for (auto const& [label, cells] : rows_) {
      first = std::max(first, display_width(cells[c].first));
      second = std::max(second, display_width(cells[c].second));
    }
    auto const both = std::max(first + second, display_width(columns_[c]));
    head += "  " + pad(columns_[c], both, to_);
    for (std::size_t r = 0; r != rows_.size(); ++r) {
      auto const& cell = rows_[r].second[c];
      bodies[r] += "  " + pad(pad(cell.first, first, to_) + pad(cell.second, second, to_), both, to_);
    }
  }

  static auto trimmed(std::string text) -> std::string {
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }
  static auto indented(std::string text) -> std::string {
    text.erase(text.find_last_not_of(" \n") + 1);
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
      text.replace(at, 1, "\n      ");
    return text;
  }

  std::vector<std::string> const& columns_;
  side to_;
  std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>> rows_;
  std::vector<std::string> notes_;
};

auto text_of(verdict_table const& table) -> std::string {
  layout out(table.columns(), side::left);
  for (auto const& row : table.rows()) {
    std::vector<std::pair<std::string, std::string>> cells;
    for (auto const& cell : row.cells) {
      cells.emplace_back(cell ? sign(cell->judged) + cell->text + out.note(cell->note) : "–", "");
    }
    out.row(row.label, std::move(cells));
  }
  return fmt::format("{}\n{}", table.title(), out.text());
}

auto text_of(cost_table const& table) -> std::string {
  layout out(table.columns(), side::right);
  for (auto const& row : table.rows()) {
    std::vector<std::pair<std::string, std::string>> cells;
    for (std::size_t c = 0; c != row.cells.size(); ++c) {
      auto const& column = table.columns()[c];
      auto const& cell = row.cells[c];
      if (!cell) {
        cells.emplace_back("–", "");
      } else if (!cell->measured) {
        cells.emplace_back("?" + out.note(cell->reason), "");
      } else {
        auto const ratio = table.ratio(row.label, column);
        bool const compared = column != table.spec().baseline && std::isfinite(ratio);
        cells.emplace_back(digits(cell->measured->value), compared ? fmt::format("  {:.2f}×", ratio) : "");
      }
    }
    auto const& unit = table.unit_of(row.label);
    out.row(unit == table.spec().unit ? row.label : fmt::format("{} ({})", row.label, unit),
            std::move(cells));
  }
  return fmt::format("{} ({}; × is the ratio to {})\n{}", table.title(), table.spec().unit,
                     table.spec().baseline, out.text());
}

auto words(claim_status status) -> char const* { return status == claim_status::holds ? "holds" : "FAILS"; }

}  // namespace

auto display_width(std::string_view utf8) -> std::size_t {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    auto const lead = static_cast<unsigned char>(utf8[i]);
    std::size_t const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xffU >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
      c = (c << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3fU);
    }
    columns += width_of(c);
    i += length;
  }
  return columns;
}

auto as_text(report const& found) -> std::string {
  auto const& subject = found.subject();
  auto out = fmt::format("{}\n{}\n\nDesigns compared\n", subject.name, subject.question);
  std::size_t widest = 0;
  for (auto const& one : subject.designs) widest = std::max(widest, display_width(one.name));
  for (auto const& one : subject.designs) {
    out += fmt::format("  {}  {}\n", pad(one.name, widest, side::left), one.description);
  }
  for (auto const& table : found.tables()) {
    out += "\n" + std::visit([](auto const& one) { return text_of(one); }, table);
  }
  if (!found.notes().empty()) out += "\nNotes\n";
  for (auto const& note : found.notes()) out += fmt::format("  - {}\n", note);
  if (found.claims().empty()) return out;
  out += "\nClaims\n";
  std::size_t holding = 0;
  for (auto const& one : found.claims()) {
    holding += one.status == claim_status::holds ? 1U : 0U;
    auto const* why = one.status == claim_status::not_measured ? "not measured: " : "";
    out += fmt::format("  {}  {}\n         {}{}\n", words(one.status), one.sentence, why, one.evidence);
  }
  return out + fmt::format("{} of {} claims hold.\n", holding, found.claims().size());
}

}  // namespace tenure::experiment
