// SPDX-License-Identifier: BSL-1.0
// The two kinds of table an experiment fills: verdicts (words, marked good or bad) and costs (numbers
// with a unit, compared with a named baseline). Rows appear in the order in which they are first
// named; columns are fixed when the table is made, so that a misspelt design is an error.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenure::experiment {

/// How a verdict is to be read. The mark is shown as a sign and a colour beside the text.
enum class mark { good, mixed, bad, plain, missing };

struct cell {
  mark judged = mark::plain;
  std::string text;
  std::string note;  ///< longer remark, printed below the table; may be empty
};

inline auto good(std::string text, std::string note = {}) -> cell {
  return {mark::good, std::move(text), std::move(note)};
}
inline auto mixed(std::string text, std::string note = {}) -> cell {
  return {mark::mixed, std::move(text), std::move(note)};
}
inline auto bad(std::string text, std::string note = {}) -> cell {
  return {mark::bad, std::move(text), std::move(note)};
}
inline auto plain(std::string text, std::string note = {}) -> cell {
  return {mark::plain, std::move(text), std::move(note)};
}
/// A cell that could not be found out, and why.
inline auto missing(std::string reason) -> cell { return {mark::missing, "not measured", std::move(reason)}; }

/// What rows and columns have in common for both kinds of table.
template <class Cell>
class grid {
 public:
  struct line {
    std::string label;
    std::vector<std::optional<Cell>> cells;
  };

  grid(std::string title, std::vector<std::string> columns);

  /// The cell at `label` and `column`, or null when it was never set. Throws std::out_of_range for
  /// a column that the table does not have.
  [[nodiscard]] auto find(std::string_view label, std::string_view column) const -> Cell const*;

  [[nodiscard]] auto title() const -> std::string const& { return title_; }
  [[nodiscard]] auto columns() const -> std::vector<std::string> const& { return columns_; }
  [[nodiscard]] auto rows() const -> std::vector<line> const& { return rows_; }

 protected:
  /// The place for a cell; a new label starts a new row. Throws std::out_of_range as `find` does.
  auto place(std::string_view label, std::string_view column) -> std::optional<Cell>&;
  [[nodiscard]] auto column_index(std::string_view column) const -> std::size_t;
  [[nodiscard]] auto row_index(std::string_view label) const -> std::optional<std::size_t>;

 private:
  std::string title_;
  std::vector<std::string> columns_;
  std::vector<line> rows_;
};

class verdict_table : public grid<cell> {
 public:
  using grid::grid;

  auto set(std::string_view row, std::string_view column, cell what) -> verdict_table& {
    place(row, column) = std::move(what);
    return *this;
  }

  /// How many cells of a column are marked so.
  [[nodiscard]] auto count(std::string_view column, mark as) const -> std::size_t;
};

/// A measured number: the median, and the range of the repetitions where there were several.
struct number {
  double value = 0;
  std::optional<double> low = {};
  std::optional<double> high = {};
};

/// Median, least and greatest of the samples. Throws std::invalid_argument when there are none.
auto summarise(std::vector<double> samples) -> number;

/// A number, or the reason why there is none.
struct cost {
  std::optional<number> measured;
  std::string reason;
};

/// What a cost table shows. Smaller is better, whatever the unit.
struct cost_spec {
  std::string title;
  std::string unit;                       ///< of every row that is given no other
  std::string baseline;                   ///< the column that the ratios are taken to
  std::vector<std::string> columns = {};  ///< empty: the designs
  std::string axis = {};                  ///< what `position` counts, for example "size of the value, bytes"
};

class cost_table : public grid<cost> {
 public:
  explicit cost_table(cost_spec spec);

  auto set(std::string_view row, std::string_view column, number what) -> cost_table&;
  auto set(std::string_view row, std::string_view column, double what) -> cost_table& {
    return set(row, column, number{what});
  }
  auto set(std::string_view row, std::string_view column, cost what) -> cost_table&;
  /// Says why a number is missing.
  auto missing(std::string_view row, std::string_view column, std::string reason) -> cost_table&;

  /// The unit of one row, where it differs from the table's.
  auto unit(std::string_view row, std::string of_row) -> cost_table&;
  /// Where the row stands on the axis: the report then draws lines over it instead of bars.
  auto position(std::string_view row, double x) -> cost_table&;

  /// The number, or NaN when it is missing: a comparison with it is false, so a claim on it fails.
  [[nodiscard]] auto at(std::string_view row, std::string_view column) const -> double;
  /// The number over the baseline's in the same row. 0 over 0 is 1; NaN when either is missing.
  [[nodiscard]] auto ratio(std::string_view row, std::string_view column) const -> double;

  [[nodiscard]] auto spec() const -> cost_spec const& { return spec_; }
  [[nodiscard]] auto unit_of(std::string_view row) const -> std::string const&;
  [[nodiscard]] auto position_of(std::string_view row) const -> std::optional<double>;

 private:
  cost_spec spec_;
  std::vector<std::pair<std::string, std::string>> units_;
  std::vector<std::pair<std::string, double>> positions_;
};

}  // namespace tenure::experiment
