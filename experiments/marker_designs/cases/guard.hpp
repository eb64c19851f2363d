// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tenure/ownership/forget.hpp>
#include <utility>

/// Something whose destructor must run.
struct guard {};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};
