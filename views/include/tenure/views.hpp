// SPDX-License-Identifier: BSL-1.0
#pragma once

/// View types: references that say which fields of an object they lead to. All that is core.
#include "tenure/views/abstract.hpp"
#include "tenure/views/call.hpp"
#include "tenure/views/divisible.hpp"
#include "tenure/views/ghost.hpp"
#include "tenure/views/grants.hpp"
#include "tenure/views/partial.hpp"
#include "tenure/views/place.hpp"
#include "tenure/views/place_set.hpp"
#include "tenure/views/places.hpp"
#include "tenure/views/reading.hpp"
#include "tenure/views/rules.hpp"
#include "tenure/views/selectors.hpp"
#include "tenure/views/swap.hpp"
#include "tenure/views/through.hpp"
#include "tenure/views/touch.hpp"
#include "tenure/views/view.hpp"
