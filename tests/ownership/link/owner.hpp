// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/ownership/own.hpp"

/// Defined in one object file and called from another.
int end_of(tenure::own<int> value);
