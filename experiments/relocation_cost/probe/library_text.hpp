// SPDX-License-Identifier: BSL-1.0
// The standard library's string, relocated as this library declares it: its bytes, and then its pointer is
// mended.
#pragma once

#include "library.hpp"
#include "tenure/selfref/std.hpp"

template <>
struct tenure::selfref::relocate_traits<probe::text> {
  static void fix_up(probe::text* first, std::size_t n, std::ptrdiff_t delta) noexcept {
    for (std::size_t i = 0; i != n; ++i) relocate_traits<std::string>::fix_up(&first[i].it, 1, delta);
  }
};
