// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/experiment.hpp"

namespace scoped_threads {
/// What a task costs in each design, and what it costs to let it see so many bytes.
void show_costs(tenure::experiment::report& out);
/// How often this program has asked for memory, and for how much: counting.cpp.
auto allocations() -> long;
auto bytes_allocated() -> long;
}  // namespace scoped_threads
