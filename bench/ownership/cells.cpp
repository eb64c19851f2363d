// SPDX-License-Identifier: BSL-1.0
// What it costs to read and write through references with a mode, and through cells.
#include "support/bench.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/ref_cell.hpp"
#include "tenure/ownership/sharing_std.hpp"

#include <cstddef>
#include <vector>

namespace {

using tenure::cell;
using tenure::ref_cell;
using tenure::shared;

constexpr std::size_t length = 1024;

// Adding one to every element.
void raw_elements(benchmark::State& state) {
  std::vector<int> numbers(length);
  for (auto _ : state) {
    auto& here = *tenure::bench::unknown(&numbers);
    for (int& each : here) each += 1;
    tenure::bench::flush();
  }
}
void cells(benchmark::State& state) {
  std::vector<cell<int>> const numbers(length);
  shared const all{numbers};
  for (auto _ : state) {
    auto const here = tenure::bench::unknown(all);
    for (auto const each : here) each.update([](int n) { return n + 1; });
    tenure::bench::flush();
  }
}
void ref_cells(benchmark::State& state) {
  std::vector<ref_cell<int>> const numbers(length);
  shared const all{numbers};
  for (auto _ : state) {
    auto const here = tenure::bench::unknown(all);
    for (auto const each : here) *each.borrow_mut() += 1;
    tenure::bench::flush();
  }
}

// Adding up all elements.
void raw_sum(benchmark::State& state) {
  std::vector<int> const numbers(length, 1);
  for (auto _ : state) {
    auto const& here = *tenure::bench::unknown(&numbers);
    int sum = 0;
    for (int const each : here) sum += each;
    tenure::bench::keep(sum);
  }
}
void shared_sum(benchmark::State& state) {
  std::vector<int> const numbers(length, 1);
  shared const all{numbers};
  for (auto _ : state) {
    auto const here = tenure::bench::unknown(all);
    int sum = 0;
    for (auto const each : here) sum += *each;
    tenure::bench::keep(sum);
  }
}

[[maybe_unused]] tenure::bench::group const writes = tenure::bench::group("write 1024 shared ints")
                                                         .baseline("int*", raw_elements)
                                                         .add("cell", cells)
                                                         .add("ref_cell", ref_cells);
[[maybe_unused]] tenure::bench::group const reads =
    tenure::bench::group("read 1024 shared ints").baseline("int const*", raw_sum).add("shared", shared_sum);

}  // namespace
