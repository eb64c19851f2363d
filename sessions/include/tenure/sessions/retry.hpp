// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <expected>
#include <type_traits>
#include <utility>

#include "tenure/ownership/linear.hpp"
#include "tenure/sessions/fault.hpp"

namespace tenure::sessions {

/// What `try_send` and `try_recv` give back when the step did not happen: the cursor as it was, and why.
template <class Self>
struct [[nodiscard]] retry {
  Self self;
  fault why;  ///< none: the step cannot happen yet. Else the session has ended.

  template <class Key, class Carrier>
  constexpr retry(Key made_by, Carrier& wires, fault reason) noexcept : self{made_by, wires}, why{reason} {}
  constexpr bool later() const noexcept { return !why; }
};

using tenure::adopt;

/// The cursor in what a step returned: `c = adopt(std::move(sent));`. Clang does not follow a cursor through
/// `std::expected`; from here on it does again. Precondition: the step has happened.
template <class Next, class Error>
TENURE_RETURNS(unconsumed)
[[nodiscard]] constexpr Next adopt(std::expected<Next, Error>&& step) noexcept {
  expects(step.has_value(), "[sessions.used] adopt() was given a step that has not happened");
  return std::move(*step);
}

/// The cursor after a try that leads back to the same state: the next one, or the same again.
template <class Self>
TENURE_RETURNS(unconsumed)
[[nodiscard]] constexpr Self settle(std::expected<Self, retry<Self>>&& tried) noexcept {
  if (tried) return std::move(*tried);
  return std::move(tried.error().self);
}

}  // namespace tenure::sessions
