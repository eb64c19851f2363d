// SPDX-License-Identifier: BSL-1.0
// Precompiled for all tests: what is costly to parse and does not change. Files include what they use all the
// same.
#pragma once

#include "support/catch.hpp"
#include "support/property.hpp"

#include <array>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>
