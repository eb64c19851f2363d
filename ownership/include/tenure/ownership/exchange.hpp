// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdlib>
#include <type_traits>
#include <utility>

#include "tenure/ownership/bounds.hpp"

/// `swap`, `replace` and `take` put another value into a place. They move the value that lives there, so they
/// need Move: a value whose address somebody keeps must not be carried off through a plain `T&`.
///
/// They are function objects in a namespace of their own, as `std::ranges::swap` is: `tenure::swap(a, b)` can
/// be written, argument-dependent lookup never finds them, and a type may have a `swap` of its own.
/// Source: Rust's `mem::swap`, `mem::replace` and `mem::take`, with the bound that "Changing the rules of
/// Rust" would give them.
namespace tenure {

namespace rule {

/// [ownership.exchange] The place must be assignable: in C++ the new value gets there by assignment.
template <class T, class From>
struct exchange {
  static constexpr bool holds = std::is_assignable_v<T&, From>;
  static constexpr auto sentence() {
    constexpr auto start = "[ownership.exchange] the value of a " + name_of<T> + " cannot be exchanged: ";
    if constexpr (std::is_const_v<T>) {
      return start + "it is const";
    } else {
      return start + "a " + name_of<std::remove_cvref_t<From>> + " cannot be assigned to it";
    }
  }
};

/// [ownership.default] What is taken leaves a default value behind.
template <class T>
struct leaves_default {
  static constexpr bool holds = std::is_default_constructible_v<T>;
  static constexpr auto sentence() {
    return "[ownership.default] a " + name_of<T> +
           " cannot be taken: there is no default value to leave behind; say what to leave with replace";
  }
};

}  // namespace rule

namespace detail {

template <class T>
inline constexpr bool moves_nothrow =
    std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_assignable_v<T>;

struct swap_function {
  template <class T>
  constexpr void operator()(T& a, T& b) const noexcept(moves_nothrow<T>) {
    if constexpr (enforce<rule::move<T>>() && enforce<rule::exchange<T, T>>()) std::ranges::swap(a, b);
  }
};

struct replace_function {
  template <class T, class U = T>
  [[nodiscard]] constexpr T operator()(T& place, U&& value) const
      noexcept(std::is_nothrow_move_constructible_v<T> && std::is_nothrow_assignable_v<T&, U>) {
    if constexpr (enforce<rule::move<T>>() && enforce<rule::exchange<T, U>>()) {
      return std::exchange(place, std::forward<U>(value));
    } else {
      std::abort();
    }
  }
};

struct take_function {
  template <class T>
  [[nodiscard]] constexpr T operator()(T& place) const
      noexcept(std::is_nothrow_default_constructible_v<T> && moves_nothrow<T>) {
    if constexpr (enforce<rule::leaves_default<T>>()) {
      return replace_function{}(place, T());
    } else {
      std::abort();
    }
  }
};

}  // namespace detail

inline namespace functions {

/// Exchanges the values of `a` and `b`, by the type's own `swap` if it has one. Needs Move.
inline constexpr detail::swap_function swap{};

/// Puts `value` into `place` and returns what was there. Needs Move. If the assignment throws, the former
/// value is lost with the exception.
inline constexpr detail::replace_function replace{};

/// Returns what was in `place` and leaves a default value there. Needs Move. The default value is made
/// first: if that throws, `place` is as it was.
inline constexpr detail::take_function take{};

}  // namespace functions

}  // namespace tenure
