// SPDX-License-Identifier: BSL-1.0
#include "owner.hpp"

int end_of(tenure::own<int> value) { return *value; }
