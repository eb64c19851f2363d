// SPDX-License-Identifier: BSL-1.0
#pragma once

/// All of the selfref module that needs nothing but the language. The tiers of the standard library's types
/// are in <tenure/selfref/std.hpp>, the debug verifier in <tenure/selfref/verify.hpp>; what owns memory has
/// headers of its own.

#include "tenure/selfref/immovable.hpp"
#include "tenure/selfref/phased.hpp"
#include "tenure/selfref/pinned.hpp"
#include "tenure/selfref/place.hpp"
#include "tenure/selfref/rel_ptr.hpp"
#include "tenure/selfref/relocate.hpp"
#include "tenure/selfref/rules.hpp"
#include "tenure/selfref/self_field.hpp"
#include "tenure/selfref/self_ptr.hpp"
#include "tenure/selfref/self_slice.hpp"
#include "tenure/selfref/self_tag.hpp"
#include "tenure/selfref/transfer.hpp"
#include "tenure/selfref/unsafe_ref.hpp"
