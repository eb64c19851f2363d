// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdlib>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/dying.hpp"
#include "tenure/ownership/linear.hpp"

namespace tenure {

inline namespace TENURE_ABI {

/// Knows in checked builds whether its owner still holds a value; an empty class in unchecked ones.
/// Unlike an `obligation` it may end in either state.
class presence {
#if TENURE_CHECKED
  bool here_ = true;

 public:
  constexpr presence() noexcept = default;
  constexpr presence(presence&& other) noexcept : here_{std::exchange(other.here_, false)} {}
  constexpr void require(char const* sentence) const noexcept { expects(here_, sentence); }
  constexpr void end() noexcept { here_ = false; }
#else
 public:
  constexpr presence() noexcept = default;
  constexpr presence(presence&&) noexcept = default;
  constexpr void require(char const*) const noexcept {}
  constexpr void end() noexcept {}
#endif
};

/// A value whose destructor runs only if somebody asks for it, by `drop()` or `into_inner()`. Needs Leak.
///
/// Has the size of `T` in unchecked builds. Moved and never copied; moving it moves the value and destroys
/// what is left behind. One that was moved from, dropped or emptied may only be destroyed: Clang rejects
/// other uses under `-Werror=consumed`, checked builds trap on them with [ownership.affine].
/// Source: Rust's `mem::ManuallyDrop`.
template <class T>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] manually_drop
    : affine<"[ownership.affine] a manually_drop is moved, never copied: write std::move", manually_drop<T>> {
  union {
    T value_;
  };
  [[no_unique_address]] presence here_;

  constexpr T* live() noexcept {
    here_.require("[ownership.affine] a manually_drop was used after its value was moved or dropped");
    return std::addressof(value_);
  }
  constexpr T const* live() const noexcept {
    here_.require("[ownership.affine] a manually_drop was used after its value was moved or dropped");
    return std::addressof(value_);
  }

 public:
  using element_type = T;

  /// Takes the value over.
  TENURE_RETURNS(unconsumed)
  constexpr explicit manually_drop(T value) noexcept(std::is_nothrow_move_constructible_v<T>)
    requires std::is_move_constructible_v<T>
      : value_(std::move(value)) {
    static_cast<void>(enforce<rule::leak<T>>());
  }

  /// Constructs `T(args...)` in place: `T` may be immovable.
  template <class... Args>
    requires std::is_constructible_v<T, Args...>
  TENURE_RETURNS(unconsumed)
  constexpr explicit manually_drop(std::in_place_t,
                                   Args&&... args) noexcept(std::is_nothrow_constructible_v<T, Args...>)
      : value_(std::forward<Args>(args)...) {
    static_cast<void>(enforce<rule::leak<T>>());
  }

  constexpr manually_drop(manually_drop&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
    requires std::is_move_constructible_v<T>
      : value_(std::move(*other.live())), here_{std::move(other.here_)} {
    std::destroy_at(std::addressof(other.value_));
  }
  manually_drop(manually_drop const&) = default;  // deleted by the base, whose name says why
  manually_drop& operator=(manually_drop const&) = default;
  constexpr ~manually_drop() {}

  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T& operator*() noexcept TENURE_LIFETIMEBOUND { return *live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const& operator*() const noexcept TENURE_LIFETIMEBOUND { return *live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* operator->() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* operator->() const noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* get() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* get() const noexcept TENURE_LIFETIMEBOUND { return live(); }

  /// Runs the destructor after all. Consumes the value.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  constexpr void drop() noexcept {
    detail::dying<T> const former{*live()};
    here_.end();
  }

  /// Moves the value out, to where its destructor runs again. Needs Move. Consumes the value; if the move
  /// constructor throws, the value is destroyed where it was.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] constexpr T into_inner() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    if constexpr (enforce<rule::move<T>>()) {
      detail::dying<T> const former{*live()};
      here_.end();
      return T(std::move(former.value));
    } else {
      std::abort();
    }
  }
};

}  // namespace TENURE_ABI

/// As its value is; but its own state is written by `drop()`, which nothing synchronises.
template <class Marker, class T>
struct declare<Marker, manually_drop<T>> : like<T> {};
template <class T>
struct declare<marker::synchronised, manually_drop<T>> : no {};
template <class T>
struct declare<marker::destructure, manually_drop<T>> : no {};

}  // namespace tenure
