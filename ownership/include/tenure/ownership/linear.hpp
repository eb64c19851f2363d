// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>

#include "tenure/ownership/config.hpp"
#include "tenure/ownership/text.hpp"

/// The linear kit: values that are used at most once (affine) or exactly once (linear).
///
/// Clang (19 and later) follows such a value through a function with its consumed-typestate analysis, if the
/// class and its members say what they expect and leave behind. These macros are those attributes, and empty
/// elsewhere. A state is one of unconsumed, consumed, unknown.
///
///   TENURE_CONSUMABLE(state)       on the class: the state of a value that nothing else is known of
///   TENURE_CALLABLE_WHEN("s", ..)  on a member: the states in which it may be called
///   TENURE_LEAVES(state)           on a member: the state of the object afterwards
///   TENURE_RETURNS(state)          on a function or constructor: the state of what it makes;
///                                  on a parameter: the state it must be left in
///   TENURE_TAKES(state)            on a parameter: the state it must arrive in
///
/// What the analysis sees and what it does not is listed in papers/02-owning-references.
#if defined(__clang__) && __clang_major__ >= 19
#define TENURE_CONSUMABLE(state) [[clang::consumable(state)]]
#define TENURE_CALLABLE_WHEN(...) [[clang::callable_when(__VA_ARGS__)]]
#define TENURE_LEAVES(state) [[clang::set_typestate(state)]]
#define TENURE_RETURNS(state) [[clang::return_typestate(state)]]
#define TENURE_TAKES(state) [[clang::param_typestate(state)]]
#else
#define TENURE_CONSUMABLE(state)
#define TENURE_CALLABLE_WHEN(...)
#define TENURE_LEAVES(state)
#define TENURE_RETURNS(state)
#define TENURE_TAKES(state)
#endif

/// `TENURE_LIFETIMEBOUND` on a member: what it returns must not outlive the object (Clang only).
/// `TENURE_TRIVIAL_ABI` on a class: it is passed in a register, and the callee destroys it (Clang only).
#if defined(__clang__)
#define TENURE_LIFETIMEBOUND [[clang::lifetimebound]]
#define TENURE_TRIVIAL_ABI [[clang::trivial_abi]]
#else
#define TENURE_LIFETIMEBOUND
#define TENURE_TRIVIAL_ABI
#endif

namespace tenure::inline TENURE_ABI {

/// Knows in checked builds whether its owner was used up, and is an empty class in unchecked ones:
/// a member of a linear class, held with `[[no_unique_address]]`.
/// Its move constructor moves the obligation, its destructor traps on one that is still open.
/// `Owner` keeps the obligations of nested owners apart: two empty objects of one type share no address.
template <text Sentence, class Owner = void>
class obligation {
#if TENURE_CHECKED
  bool open_ = true;

 public:
  constexpr obligation() noexcept = default;
  constexpr obligation(obligation&& other) noexcept : open_{std::exchange(other.open_, false)} {}
  constexpr obligation& operator=(obligation&& other) noexcept {
    expects(!open_, Sentence.data());
    open_ = std::exchange(other.open_, false);
    return *this;
  }
  constexpr ~obligation() { expects(!open_, Sentence.data()); }

  /// Precondition of a look at the owner: it has not been used up.
  constexpr void require_open() const noexcept { expects(open_, Sentence.data()); }
  /// Precondition: still open. Afterwards the owner has been used up.
  constexpr void discharge() noexcept {
    require_open();
    open_ = false;
  }
#else
 public:
  constexpr obligation() noexcept = default;
  constexpr obligation(obligation&&) noexcept = default;
  constexpr obligation& operator=(obligation&&) noexcept = default;
  constexpr void require_open() const noexcept {}
  constexpr void discharge() noexcept {}
#endif
};

/// A value that must be used up: exactly one `std::move(x).consume()` on every path.
///
/// On Clang, dropping it, using it twice, consuming it on one path only and overwriting it while it is live
/// are compile errors (`-Werror=consumed`). On every compiler a checked build traps when it is dropped,
/// used twice or looked at afterwards. In an unchecked build it is a `T`: no byte and no instruction more.
/// Source: the consumed-typestate analysis; linear in the sense of Wadler, "Linear types can change the
/// world".
template <class T>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] linear
    : affine<"[ownership.affine] a linear value is moved, never copied: write std::move", linear<T>> {
  T value_;
  [[no_unique_address]] obligation<
      "[ownership.linear] a linear value was dropped or used twice: call consume() once", linear> open_;

 public:
  TENURE_RETURNS(unconsumed)
  constexpr explicit linear(T value) noexcept(std::is_nothrow_move_constructible_v<T>)
      : value_(std::move(value)) {}  // braces would make a list of it where T is greedy
  constexpr linear(linear&&) = default;
  linear(linear const&) = default;  // deleted by the base, whose name says why

  TENURE_CALLABLE_WHEN("consumed")
  constexpr linear& operator=(linear&& other) noexcept(std::is_nothrow_move_assignable_v<T>) {
    open_ = std::move(other.open_);
    value_ = std::move(other.value_);
    return *this;
  }
  TENURE_CALLABLE_WHEN("consumed")
  constexpr ~linear() = default;

  TENURE_CALLABLE_WHEN("unconsumed")
  constexpr T const& peek() const noexcept TENURE_LIFETIMEBOUND {
    open_.require_open();
    return value_;
  }

  /// Uses the value up and hands over what it holds.
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed)
  [[nodiscard]] constexpr T consume() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    open_.discharge();
    return std::move(value_);
  }
};

/// Puts a value under full tracking again that came out of a place the analysis does not follow: a class
/// member, a lambda's capture, a structured binding, a container. Consumes its argument.
template <class T>
  requires(!std::is_reference_v<T> && !std::is_const_v<T>)
TENURE_RETURNS(unconsumed)
[[nodiscard]] constexpr T adopt(T&& value) noexcept(std::is_nothrow_move_constructible_v<T>) {
  return std::move(value);
}

}  // namespace tenure::inline TENURE_ABI
