// SPDX-License-Identifier: BSL-1.0
// One program over a class of any number of fields: three functions, of which each reads some fields and
// writes others. It is generated in each design, to see what the number of fields costs.
#pragma once

#include <cstddef>
#include <string>

#include "support/experiment.hpp"

namespace partial_borrows {

namespace ex = tenure::experiment;

/// How many of a class's fields the three functions use.
enum class share {
  few,  ///< three each, of which two are read and one is written, whatever the class has
  all,  ///< a third of the class each, of which half are read and half are written
};

/// The program's text. `design` is a column of the tables: a design of the experiment, "views of names",
/// "views of positions", or "references, header included", which are references in a file that includes the
/// views unused.
auto wide_program(std::string const& design, std::size_t fields, share used) -> std::string;

/// Compile time, instructions and bytes against the number of fields, and the claims made of them.
void measure_fields(ex::report& out);

}  // namespace partial_borrows
