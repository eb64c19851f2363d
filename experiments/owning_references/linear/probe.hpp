// SPDX-License-Identifier: BSL-1.0
// What every probe of the consumed analysis is written with. A probe's third line says what it is (a fault or
// a correct program, under `#if MISUSE`) and what we expect Clang to say. What is around the `#if` is clean.
#pragma once

#include "tenure/ownership/slot.hpp"

#include <optional>
#include <tuple>
#include <utility>

using tenure::adopt;
using tenure::linear;
using tenure::own;
using tenure::slot;

/// A value that has to be used up exactly once.
using ticket = linear<int>;

inline int volatile total = 0;

inline ticket open() { return ticket{1}; }
inline void use_up(ticket it TENURE_TAKES(unconsumed) TENURE_RETURNS(consumed)) {
  total = total + std::move(it).consume();
}
inline bool happens() {
  bool const volatile it = true;
  return it;
}
