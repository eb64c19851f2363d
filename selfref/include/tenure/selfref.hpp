// SPDX-License-Identifier: BSL-1.0
#pragma once

/// All of the selfref module that needs nothing but the language. The tiers of the standard library's types
/// are in <tenure/selfref/std.hpp>, the debug verifier in <tenure/selfref/verify.hpp>; what owns memory has
/// headers of its own.

#include "tenure/selfref/relocate.hpp"
#include "tenure/selfref/rules.hpp"
#include "tenure/selfref/transfer.hpp"
