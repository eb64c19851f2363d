// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// Two roles compute Fibonacci numbers in turn.
namespace tenure::sessions::protocols::fibonacci {

struct a {};
struct b {};

struct number {
  std::uint64_t value;
};
struct stop {};

inline constexpr auto protocol = loop<struct again>(
    choice<a>(seq(send<a, b, number>, send<b, a, number>, jump<struct again>), send<a, b, stop>));

}  // namespace tenure::sessions::protocols::fibonacci
