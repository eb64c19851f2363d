// SPDX-License-Identifier: BSL-1.0
// The parts of the experiment, one file each.
#pragma once

#include <string>

#include "support/experiment.hpp"

namespace marker_designs {

/// The columns for a matrix of designs.
inline std::string const auto_trait = "auto trait";
inline std::string const maybe_trait = "?Trait";
inline std::string const edition_gated = "edition-gated";

/// L1 to L11 under each design and reading, and L1 to L7 as C++ code.
void compare_samples(tenure::experiment::report& out);
/// The bounds that each design writes into the corpus.
void count_bounds(tenure::experiment::report& out);
/// Races that the verdicts of C++ rule out and those of Rust would not.
void show_races(tenure::experiment::report& out);
/// What markers cost to compile.
void measure_compile_time(tenure::experiment::report& out);

}  // namespace marker_designs
