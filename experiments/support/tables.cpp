// SPDX-License-Identifier: BSL-1.0
#include "support/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace tenure::experiment {

template <class Cell>
grid<Cell>::grid(std::string title, std::vector<std::string> columns)
    : title_(std::move(title)), columns_(std::move(columns)) {}

template <class Cell>
auto grid<Cell>::column_index(std::string_view column) const -> std::size_t {
  auto const at = std::find(columns_.begin(), columns_.end(), column);
  if (at == columns_.end()) {
    throw std::out_of_range(fmt::format("the table '{}' has no column '{}'", title_, column));
  }
  return static_cast<std::size_t>(at - columns_.begin());
}

template <class Cell>
auto grid<Cell>::row_index(std::string_view label) const -> std::optional<std::size_t> {
  for (std::size_t i = 0; i != rows_.size(); ++i) {
    if (rows_[i].label == label) return i;
  }
  return std::nullopt;
}

template <class Cell>
auto grid<Cell>::find(std::string_view label, std::string_view column) const -> Cell const* {
  auto const c = column_index(column);
  auto const r = row_index(label);
  if (!r || !rows_[*r].cells[c]) return nullptr;
  return &*rows_[*r].cells[c];
}

template <class Cell>
auto grid<Cell>::place(std::string_view label, std::string_view column) -> std::optional<Cell>& {
  auto const c = column_index(column);
  auto const r = row_index(label);
  if (r) return rows_[*r].cells[c];
  rows_.push_back({std::string(label), std::vector<std::optional<Cell>>(columns_.size())});
  return rows_.back().cells[c];
}

template class grid<cell>;
template class grid<cost>;

auto verdict_table::count(std::string_view column, mark as) const -> std::size_t {
  auto const c = column_index(column);
  return static_cast<std::size_t>(std::count_if(
      rows().begin(), rows().end(), [&](line const& r) { return r.cells[c] && r.cells[c]->judged == as; }));
}

auto summarise(std::vector<double> samples) -> number {
  if (samples.empty()) throw std::invalid_argument("no samples to summarise");
  std::sort(samples.begin(), samples.end());
  auto const half = samples.size() / 2;
  auto const median = samples.size() % 2 == 1 ? samples[half] : (samples[half - 1] + samples[half]) / 2;
  return {median, samples.front(), samples.back()};
}

cost_table::cost_table(cost_spec spec) : grid(spec.title, spec.columns), spec_(std::move(spec)) {
  if (std::find(columns().begin(), columns().end(), spec_.baseline) == columns().end()) {
    throw std::invalid_argument(fmt::format("the baseline '{}' of the table '{}' is none of its columns",
                                            spec_.baseline, spec_.title));
  }
}

auto cost_table::set(std::string_view row, std::string_view column, number what) -> cost_table& {
  return set(row, column, cost{what, {}});
}

auto cost_table::set(std::string_view row, std::string_view column, cost what) -> cost_table& {
  place(row, column) = std::move(what);
  return *this;
}

auto cost_table::missing(std::string_view row, std::string_view column, std::string reason) -> cost_table& {
  return set(row, column, cost{std::nullopt, std::move(reason)});
}

auto cost_table::unit(std::string_view row, std::string of_row) -> cost_table& {
  units_.emplace_back(row, std::move(of_row));
  return *this;
}

auto cost_table::position(std::string_view row, double x) -> cost_table& {
  positions_.emplace_back(row, x);
  return *this;
}

auto cost_table::at(std::string_view row, std::string_view column) const -> double {
  auto const* found = find(row, column);
  if (found == nullptr || !found->measured) return std::numeric_limits<double>::quiet_NaN();
  return found->measured->value;
}

auto cost_table::ratio(std::string_view row, std::string_view column) const -> double {
  auto const own = at(row, column);
  auto const base = at(row, spec_.baseline);
  if (own == 0 && base == 0) return 1;
  return own / base;
}

auto cost_table::unit_of(std::string_view row) const -> std::string const& {
  for (auto const& [label, unit] : units_) {
    if (label == row) return unit;
  }
  return spec_.unit;
}

auto cost_table::position_of(std::string_view row) const -> std::optional<double> {
  for (auto const& [label, x] : positions_) {
    if (label == row) return x;
  }
  return std::nullopt;
}

}  // namespace tenure::experiment
