// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/pfr/io_fields.hpp>
#include <ostream>

#include "tenure/ownership/fields.hpp"

namespace tenure {

/// Writes the fields of `t` as `{1, "two", 3}`.
template <PfrSafe T>
std::ostream& print_fields(std::ostream& out, T const& t) {
  return out << boost::pfr::io_fields(t);
}

}  // namespace tenure
