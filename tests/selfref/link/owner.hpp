// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/selfref/self_slice.hpp"
#include "tenure/selfref/vector.hpp"

struct row {
  int numbers[3];
  tenure::selfref::self_slice<&row::numbers> some;
};

/// Defined in one object file and called from another. Its parameter is of a type whose checks differ.
int end_of(tenure::selfref::transfer_vector<int> const& values,
           tenure::selfref::self_slice<&row::numbers> last);
