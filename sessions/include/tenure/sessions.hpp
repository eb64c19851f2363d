// SPDX-License-Identifier: BSL-1.0
#pragma once

/// All of the sessions module that needs nothing but the language.

#include "tenure/sessions/choreography.hpp"
#include "tenure/sessions/graph.hpp"
#include "tenure/sessions/machine.hpp"
#include "tenure/sessions/projection.hpp"
