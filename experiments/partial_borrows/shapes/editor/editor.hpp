// SPDX-License-Identifier: BSL-1.0
// A text editor: a search reads the lines, and writes the highlights and the cursor. The cursor and the other
// end of the selection are of one type.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../shape.hpp"

namespace editor {

struct position {
  std::size_t line = 0, column = 0;
};

inline auto six_lines() -> std::vector<std::string> {
  return {"for each edge", "  if it is shorter", "    relax the edge", "  end if", "end for", ""};
}
inline constexpr std::size_t edges = 2;  // lines with that word, the last of them line 2

}  // namespace editor
