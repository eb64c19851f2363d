// SPDX-License-Identifier: BSL-1.0
#pragma once

/// All of the sessions module that needs nothing but the language. The carrier between threads is in
/// <tenure/sessions/between_threads.hpp>.

#include "tenure/sessions/carrier.hpp"
#include "tenure/sessions/choreography.hpp"
#include "tenure/sessions/diagnose.hpp"
#include "tenure/sessions/cursor.hpp"
#include "tenure/sessions/fault.hpp"
#include "tenure/sessions/graph.hpp"
#include "tenure/sessions/machine.hpp"
#include "tenure/sessions/one_of.hpp"
#include "tenure/sessions/overloaded.hpp"
#include "tenure/sessions/parts.hpp"
#include "tenure/sessions/projection.hpp"
#include "tenure/sessions/retry.hpp"
#include "tenure/sessions/ring.hpp"
