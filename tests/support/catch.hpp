// SPDX-License-Identifier: BSL-1.0
// Catch2, whichever version the machine has: v2 is one header, v3 many.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
