// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <exception>
#include <expected>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#include "tenure/ownership/bounds.hpp"

/// What `spawn`, `spawn_scoped` and `scope` have in common: what may be run in another thread, and how its
/// result comes back.
///
/// A callable's captures cannot be read from outside, so whatever it captured would escape every check. Hence
/// it captures nothing, and is given what it needs as arguments, of which each is checked.
/// What a thread throws does not end the program: it comes back as the error of `join()`.
namespace tenure {

namespace rule {

/// [ownership.captures] The function has no state: a lambda without captures, or a plain function.
template <class F, class... Args>
struct captures {
  static constexpr bool is_function = std::is_pointer_v<F> && std::is_function_v<std::remove_pointer_t<F>>;
  /// A generic lambda has a pointer for given arguments only.
  static constexpr bool holds = is_function || detail::Captureless<F> || [] {
    if constexpr (std::is_empty_v<F> && std::is_invocable_v<F, Args...>) {
      return std::is_convertible_v<F, std::invoke_result_t<F, Args...> (*)(Args...)>;
    } else {
      return false;
    }
  }();
  static constexpr auto sentence() {
    return "[ownership.captures] nobody can see what " + name_of<F> +
           " takes with it to another thread: capture nothing, and pass what it needs as arguments, which "
           "are checked";
  }
};

/// [ownership.call] The function takes these arguments, by value or by rvalue, and returns a value.
template <class F, class... Args>
struct callable {
  static constexpr bool holds = [] {
    if constexpr (std::is_invocable_v<F, Args...>) {
      using result = std::invoke_result_t<F, Args...>;
      return std::is_void_v<result> || (std::is_object_v<result> && std::is_move_constructible_v<result>);
    } else {
      return false;
    }
  }();
  static constexpr auto sentence() {
    if constexpr (std::is_invocable_v<F, Args...>) {
      return "[ownership.call] " + name_of<std::invoke_result_t<F, Args...>> +
             " cannot come back from a thread: return a value that can be moved";
    } else {
      return "[ownership.call] " + name_of<F> + " cannot be called with (" + names_of<Args...> +
             "): take what is passed by value";
    }
  }
};

}  // namespace rule

namespace detail {

/// Each rule in turn until one fails, so that one mistake gives one error.
template <class... Rules>
consteval bool enforce_all() {
  return (enforce<Rules>() && ...);
}

/// Arguments are passed on as values.
template <class F, class... Args>
using result_of = std::invoke_result_t<F, Args...>;

template <class F, class... Args>
consteval bool spawnable() {
  if constexpr (!enforce_all<rule::callable<F, Args...>, rule::captures<F, Args...>, rule::send<Args>...>()) {
    return false;
  } else {
    return enforce<rule::send<result_of<F, Args...>>>();
  }
}

/// Where a thread puts its result. It is read after the thread was joined, and not before.
template <class R>
struct outcome {
  using type = std::expected<R, std::exception_ptr>;
  std::optional<type> result;

  /// Runs `f` with the arguments, which end in this thread when `f` has returned. Never throws.
  template <class F, class... Args>
  void run(F f, std::tuple<Args...>& stored) noexcept {
    try {
      std::tuple<Args...> mine{std::move(stored)};
      if constexpr (std::is_void_v<R>) {
        std::apply(f, std::move(mine));
        result.emplace();
      } else {
        result.emplace(std::in_place, std::apply(f, std::move(mine)));
      }
    } catch (...) {
      result.emplace(std::unexpect, std::current_exception());
    }
  }
};

}  // namespace detail
}  // namespace tenure
