// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/loans.hpp"
#include "tenure/ownership/pieces.hpp"

namespace tenure {

namespace rule {

/// An own may be seen as an own of the same type with const added, or of a base whose destructor is virtual.
template <class From, class To>
struct into {
  static constexpr bool adds_const = std::is_const_v<To> || !std::is_const_v<From>;
  static constexpr bool same_type = std::is_same_v<std::remove_const_t<From>, std::remove_const_t<To>>;
  static constexpr bool destroys_all = [] {
    if constexpr (std::is_class_v<From> && std::is_class_v<To>) {
      return std::is_convertible_v<std::remove_const_t<From>*, std::remove_const_t<To>*> &&
             std::has_virtual_destructor_v<To>;
    } else {
      return false;
    }
  }();
  static constexpr bool holds = adds_const && (same_type || destroys_all);

  static constexpr auto sentence() {
    constexpr auto start =
        "[ownership.into] an own<" + name_of<From> + "> cannot become an own<" + name_of<To> + ">";
    if constexpr (!adds_const) {
      return start + ": const may be added, never removed";
    } else {
      return start + ": the target must be a base class with a virtual destructor, or the same type";
    }
  }
};

/// Taking a value out of an own of a const type copies it.
template <class T>
struct take_const {
  static constexpr bool holds = !std::is_const_v<T> || std::is_copy_constructible_v<std::remove_const_t<T>>;
  static constexpr auto sentence() {
    return "[ownership.const] " + name_of<T> +
           " cannot be taken out of its own: that moves from a const value, and "
           "the type cannot be copied; take it before it becomes const";
  }
};

}  // namespace rule

namespace detail {
struct own_access;
}

inline namespace TENURE_ABI {

/// `&own T`: a reference that owns the value it refers to and borrows the value's storage.
///
/// One word, never null, moved and never copied. Whoever holds it ends the value's life, by dropping it,
/// by `take()` or by handing it on; the storage (a slot, a box, an arena) ends later and elsewhere. So a
/// value of any size, immovable too, is handed on for the price of a pointer. An own that was moved from may
/// only be assigned to or destroyed: Clang rejects other uses under
/// `-Werror=consumed`, checked builds trap on them with [ownership.affine].
///
/// A parameter that is an own is better declared `own<T> o TENURE_TAKES(unconsumed)`: then Clang also sees
/// a value that is handed on twice. An own of a class becomes an own of its base by `into<Base>()`.
///
/// Source: `&own` references as D. Henry-Mantilla's crate stackbox builds them.
template <class T>
class TENURE_CONSUMABLE(unconsumed) TENURE_TRIVIAL_ABI [[nodiscard]] own
    : affine<"[ownership.affine] an own is moved, never copied: write std::move", own<T>> {
  T* pointer_;

  constexpr explicit own(T* pointer) noexcept : pointer_{pointer} {}

  friend struct detail::own_access;

  constexpr T* live() const noexcept {
    expects(pointer_ != nullptr, "[ownership.affine] an own was used after it was moved from");
    if (!is_checked && pointer_ == nullptr) std::unreachable();  // saves the test for an empty own later on
    return pointer_;
  }

 public:
  using element_type = T;

  constexpr own(own&& other) noexcept : pointer_{std::exchange(other.pointer_, nullptr)} {}
  own(own const&) = default;  // deleted by the base, whose name says why

  /// Drops the value owned so far, if any, and owns the other's.
  constexpr own& operator=(own&& other) noexcept {
    own dying{std::exchange(pointer_, std::exchange(other.pointer_, nullptr))};
    return *this;
  }
  own& operator=(own const&) = default;

  constexpr ~own() {
    if (pointer_ == nullptr) return;
    std::destroy_at(pointer_);
    loans::end(pointer_);
  }

  /// Owns the value at `pointer`. The one unsafe door.
  /// Precondition: a live value that nothing else owns, such as what `release()` gave.
  static constexpr own from_raw(T* pointer) noexcept {
    expects(pointer != nullptr, "[ownership.null] own::from_raw needs a value, and was given a null pointer");
    return own{pointer};
  }

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

  /// Moves the value out and ends its life in the storage. Needs Move. Consumes the own.
  /// If the move constructor throws, the value is destroyed where it was.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] constexpr std::remove_const_t<T> take() && noexcept(
      std::is_nothrow_constructible_v<std::remove_const_t<T>, T>) {
    if constexpr (enforce<rule::move<std::remove_const_t<T>>>() && enforce<rule::take_const<T>>()) {
      own dying{std::exchange(pointer_, nullptr)};
      return std::remove_const_t<T>(std::move(*dying.live()));
    } else {
      std::abort();
    }
  }

  /// The same value, owned as a `U`: const added, or seen as a base with a virtual destructor. Consumes the
  /// own.
  template <class U>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed) constexpr own<U> into() && noexcept {
    if constexpr (enforce<rule::into<T, U>>()) {
      U* const seen = live();
      pointer_ = nullptr;
      return own<U>::from_raw(seen);
    } else {
      std::abort();
    }
  }

  /// One own for each field of an aggregate: `auto [x, y] = std::move(o).split();`. Needs `Destructure<T>`.
  /// What is left of the pieces drops in reverse order of the fields. A field that is a reference owns
  /// nothing, and stays the reference it is. Consumes the own.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  constexpr auto split() && noexcept {
    static_cast<void>(enforce<rule::split<T>>());
    if constexpr (Structured<T>) {
      T* const whole = live();
      pointer_ = nullptr;
      return detail::split<own>(*whole);
    } else {
      return pieces<>{};
    }
  }

  /// Gives the value up to a raw pointer: its destructor runs only if somebody makes it an own again.
  /// Needs Leak. The storage stays lent until then. Consumes the own.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] constexpr T* release() && noexcept {
    static_cast<void>(enforce<rule::leak<T>>());
    T* const value = live();
    pointer_ = nullptr;
    return value;
  }
};

}  // namespace TENURE_ABI

namespace detail {

/// For the library's own storage types, which take a value over without its destructor and without Leak.
struct own_access {
  template <class T>
  static constexpr T* give_up(own<T> value) noexcept {
    return std::exchange(value.pointer_, nullptr);
  }
};

}  // namespace detail

/// Moving an own does not move the value, and assigning one is a write; in everything else it is as its value
/// is.
template <class Marker, class T>
struct declare<Marker, own<T>> : like<T> {};
template <class T>
struct declare<marker::move, own<T>> : yes {};
template <class T>
struct declare<marker::transfer, own<T>> : yes {};
template <class T>
struct declare<marker::synchronised, own<T>> : no {};
template <class T>
struct declare<marker::destructure, own<T>> : no {};

}  // namespace tenure
