// SPDX-License-Identifier: BSL-1.0
// What chain.inc needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "../material/table.hpp"
#include "run.hpp"

#define CURSORS 1
#define HAND_WRITTEN 3
#define TABLE 4
#define NO_MACHINE 5
