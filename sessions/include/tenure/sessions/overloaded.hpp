// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>

namespace tenure::sessions {

/// Several functions as one: `overloaded{[](ping, auto next) {...}, [](quit, auto next) {...}}`.
template <class... F>
struct overloaded : F... {
  using F::operator()...;
};

namespace detail {
/// Marks the call of a catch-all arm, so that overload resolution never weighs it against the others.
struct rest {};
}  // namespace detail

/// A catch-all arm: `f(message, next)` is called for the messages that no other arm takes.
/// It has a name of its own since `[](auto, auto)` would make every offer exhaustive, also the day after the
/// protocol got one more message.
template <class F>
struct otherwise {
  F f;

  template <class M, class Next>
  constexpr auto operator()(detail::rest, M&& message, Next next) const {
    return f(std::forward<M>(message), std::move(next));
  }
};
template <class F>
otherwise(F) -> otherwise<F>;

}  // namespace tenure::sessions
