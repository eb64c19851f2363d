// SPDX-License-Identifier: BSL-1.0
#pragma once

/// All of the ownership module that needs nothing but the language: the verdicts on the standard library are
/// in <tenure/ownership/std.hpp>, how its types are shared in <tenure/ownership/sharing_std.hpp>, work on
/// fields by Boost.PFR in <tenure/ownership/fields.hpp>; locks and threads have headers of their own.

#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/arena.hpp"
#include "tenure/ownership/atomic_cell.hpp"
#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/dialects.hpp"
#include "tenure/ownership/exchange.hpp"
#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/invariants.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/manually_drop.hpp"
#include "tenure/ownership/markers.hpp"
#include "tenure/ownership/once_cell.hpp"
#include "tenure/ownership/own.hpp"
#include "tenure/ownership/own_array.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/ref_cell.hpp"
#include "tenure/ownership/reference.hpp"
#include "tenure/ownership/sharing.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/ownership/structure.hpp"
#include "tenure/ownership/text.hpp"
