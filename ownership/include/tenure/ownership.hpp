// SPDX-License-Identifier: BSL-1.0
#pragma once

/// All of the ownership module but the verdicts on the standard library, which are in
/// <tenure/ownership/std.hpp>, and the doors to Boost.PFR, in <tenure/ownership/fields.hpp>.

#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/arena.hpp"
#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/dialects.hpp"
#include "tenure/ownership/exchange.hpp"
#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/manually_drop.hpp"
#include "tenure/ownership/markers.hpp"
#include "tenure/ownership/own.hpp"
#include "tenure/ownership/own_array.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/ownership/structure.hpp"
#include "tenure/ownership/text.hpp"
