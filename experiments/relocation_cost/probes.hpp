// SPDX-License-Identifier: BSL-1.0
// The measuring programs in probe/: each is compiled by a compiler of this machine and run as a child that
// prints what it measured.
#pragma once

#include "support/compiler.hpp"
#include "support/experiment.hpp"

#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace relocation_cost {

namespace ex = tenure::experiment;

/// One table of a probe: for each size and design the least and the median of the repetitions.
struct measured {
  std::vector<std::string> designs;  ///< in the order in which the probe has them
  std::vector<std::size_t> sizes;
  std::map<std::pair<std::size_t, std::string>, ex::number> cells;  ///< value = least, high = median

  /// The least, or NaN.
  [[nodiscard]] auto at(std::size_t n, std::string const& design) const -> double {
    auto const found = cells.find({n, design});
    return found == cells.end() ? std::numeric_limits<double>::quiet_NaN() : found->second.value;
  }
  [[nodiscard]] auto ratio(std::size_t n, std::string const& design, std::string const& to) const -> double {
    return at(n, design) / at(n, to);
  }
};

/// What the probes of one compiler, at one level of optimisation, have found.
struct findings {
  ex::compiler const* with = nullptr;
  std::string compiler;                    ///< "GCC" or "Clang"
  std::string level;                       ///< "-O2" or "-O3"
  std::map<std::string, measured> tables;  ///< by the names that the probes give them
  std::vector<std::string> failures;       ///< empty when every probe was built and found what it expected

  [[nodiscard]] auto table(std::string const& name) const -> measured const& {
    static measured const none;
    auto const found = tables.find(name);
    return found == tables.end() ? none : found->second;
  }
};

/// A library for comparison: how to build with it, or why it is not here.
struct peer {
  std::string column;
  std::vector<std::string> flags;
  std::string missing;  ///< empty when it can be used
};
auto find_peers() -> std::vector<peer>;
/// The flags of all that were found.
auto flags_of(std::vector<peer> const& peers) -> std::vector<std::string>;

auto run_probes(ex::report const& out, std::vector<peer> const& peers) -> std::vector<findings>;

/// "1e3" for 1000, "100" for 100.
auto short_number(std::size_t n) -> std::string;

/// Bytes of machine code of the functions in probe/code.cpp, and seconds to compile the headers.
void show_code(ex::report& out, std::vector<peer> const& peers);

}  // namespace relocation_cost
