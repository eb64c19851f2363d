// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/views/place.hpp"

struct pair {
  int a = 0;
  int b = 0;
};

/// Defined in one object file and called from another.
int end_of(tenure::views::place<pair>& object);
