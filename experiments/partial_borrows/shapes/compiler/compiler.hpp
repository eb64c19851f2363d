// SPDX-License-Identifier: BSL-1.0
// A compiler's session: names are read from the interner while diagnostics are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../shape.hpp"

namespace compiler {

using name = std::size_t;  // what the interner made of an identifier

/// Each spelling once.
struct interner {
  std::vector<std::string> spellings{"x", "y", "colour", "a name that is too long to be kept in place"};

  auto intern(std::string_view spelling) -> name {
    for (name i = 0; i != spellings.size(); ++i) {
      if (spellings[i] == spelling) return i;
    }
    spellings.emplace_back(spelling);
    return spellings.size() - 1;
  }
};

inline auto uses() -> std::vector<name> { return {0, 1, 2, 3, 2}; }
inline constexpr std::size_t reported = 3;  // of the uses, those of names that are longer than one letter

}  // namespace compiler
