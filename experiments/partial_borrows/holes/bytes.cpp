// SPDX-License-Identifier: BSL-1.0
// Whoever knows the layout needs no name. For a class of standard layout the first member is at its address.
#include "victim.hpp"

static_assert(std::is_standard_layout_v<victim::data>);

int main() {
  return victim::reached_by(
      [](victim::data& d) -> std::uint32_t& { return *reinterpret_cast<std::uint32_t*>(&d); });
}
