// SPDX-License-Identifier: BSL-1.0
// Instructions per operation, counted by callgrind. The program is run with n and with 2n operations
// and the difference divided by n, so that start-up and exit cancel out. The count is exact for a
// given binary: it does not depend on the machine's load.
#pragma once

#include "support/compiler.hpp"
#include "support/tables.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace tenure::experiment {

/// Instructions per operation of `program`, which takes `arguments` and then the number of
/// operations as its last argument. When it cannot be measured (no valgrind, the program fails) the
/// cost holds the reason instead.
auto instructions_per_operation(std::filesystem::path const& program,
                                std::vector<std::string> const& arguments, std::size_t n = 4000) -> cost;

/// Builds the source as an optimised program (-O2 -DNDEBUG, then the compilation's own flags) and
/// counts. `what.to` and `what.output` are ignored.
auto instructions_per_operation(compilation const& what, std::vector<std::string> const& arguments,
                                std::size_t n = 4000) -> cost;

}  // namespace tenure::experiment
