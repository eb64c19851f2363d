// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdlib>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/ownership/exchange.hpp"
#include "tenure/ownership/reference.hpp"

/// `cell<T>`: a value that may be written while it is shared, in one thread.
///
/// That is sound because nobody ever holds a reference into it: a shared cell hands values in and out, and
/// what goes out is a copy or is replaced. Shared by all, owned by nobody for longer than one operation.
/// Source: Rust's `Cell`; RustBelt's `shr(Cell T)` is a borrow that only one thread can open (law R11).
namespace tenure {

/// Copying it runs no code of its own, as Rust's Copy. So a value may be copied out of a cell: a copy
/// constructor could reach back into the very cell and change what it is just reading.
template <class T>
concept Copy = std::is_trivially_copyable_v<T> && std::is_copy_constructible_v<T>;

namespace rule {

/// [ownership.copy] What stays in the cell can only be looked at as a copy.
template <class T>
struct copy_out {
  static constexpr auto sentence() {
    return "[ownership.copy] a " + name_of<T> +
           " cannot be copied out of a shared cell, for copying it runs its own code, which may change the "
           "cell "
           "meanwhile: use replace or take, or a ref_cell";
  }
};

}  // namespace rule

namespace detail {

/// A conversion that loses nothing.
template <class From, class To>
concept KeepsValue = !std::same_as<From, To> && std::is_convertible_v<From, To> &&
                     requires(From from) { std::type_identity_t<To[]>{std::move(from)}; };

}  // namespace detail

/// Owned, a `cell<T>` is a `T` in all but name, and has its size. It converts as its content does: an owned
/// cell is covariant. What can be done to a shared one stands in `sharing<cell<T>>`.
template <class T>
class cell {
  static_assert(told<rule::interior<T>>());

  mutable T value_;

  friend sharing<cell>;

 public:
  using value_type = T;

  constexpr cell() noexcept(std::is_nothrow_default_constructible_v<T>)
    requires std::is_default_constructible_v<T>
      : value_() {}
  constexpr explicit cell(T value) noexcept(std::is_nothrow_move_constructible_v<T>)
      : value_(std::move(value)) {}
  template <class From>
    requires detail::KeepsValue<From, T>
  constexpr cell(cell<From>&& other) noexcept(std::is_nothrow_convertible_v<From, T>)
      : value_(std::move(other).into_inner()) {}

  cell(cell&&) = default;
  cell& operator=(cell&&) = default;
  cell(cell const&)
    requires Copy<T>
  = default;
  cell& operator=(cell const&)
    requires Copy<T>
  = default;

  /// The value. Needs Move. Consumes the cell.
  [[nodiscard]] constexpr T into_inner() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    if constexpr (enforce<rule::move<T>>()) {
      return std::move(value_);
    } else {
      std::abort();
    }
  }

  /// Who has the cell for himself has its content for himself.
  static constexpr unique<T> get_mut(unique<cell> whole) noexcept { return unique<T>{whole->value_}; }

  /// Who has a value for himself may share it as a cell, for as long as he does not use it otherwise: from
  /// unique to shared, and nothing is copied. The way back is to let all the shared ones end.
  static constexpr shared<cell> from_mut(unique<T> content) noexcept {
    return shared<cell>{typename sharing<cell>::access{*content}};
  }
};

/// A shared cell: values in and out, and no reference to the content. It is not covariant: who could write a
/// `base` into a cell of `derived` would break it for all who share it, [ownership.variance].
///
/// Precondition of all: moving and assigning a `T` does not reach back into this cell. (In Rust a move runs
/// no code. Here the value that is replaced is destroyed only when the new one is in its place.)
template <class T>
struct sharing<cell<T>> {
  using frozen = no;

  class access {
    T* place_;

    friend cell<T>;
    constexpr explicit access(T& place) noexcept : place_{std::addressof(place)} {}

   public:
    constexpr explicit access(cell<T> const& it) noexcept : place_{std::addressof(it.value_)} {}

    /// N1: a reference into the cell would dangle, or mean something else, once somebody sets it.
    template <text Why = "[ownership.cell] a shared cell gives no reference to its content: get a copy">
    void operator*() const
        TENURE_REFUSED("[ownership.cell] a shared cell gives no reference to its content: get a copy");

    /// A copy of the value. Needs Copy.
    constexpr T get() const noexcept
      requires Copy<T>
    {
      return *place_;
    }
    template <text Why = rule::copy_out<T>::sentence()>
    T get() const
      requires(!Copy<T>)
    TENURE_REFUSED(
        "[ownership.copy] it cannot be copied out of a shared cell, for copying it runs its own code, "
        "which may change the cell meanwhile: use replace or take, or a ref_cell");

    /// Puts `value` in place of the former one, which ends. Needs Move.
    constexpr void set(T value) const noexcept(detail::moves_nothrow<T>) {
      static_cast<void>(replace(std::move(value)));
    }
    /// Puts `value` in place and returns the former one. Needs Move.
    [[nodiscard]] constexpr T replace(T value) const noexcept(detail::moves_nothrow<T>) {
      return tenure::replace(*place_, std::move(value));
    }
    /// Returns the value and leaves a default one. Needs Move.
    [[nodiscard]] constexpr T take() const noexcept(noexcept(tenure::take(*place_))) {
      return tenure::take(*place_);
    }
    /// Exchanges the values of two cells, which may be one and the same. Needs Move.
    constexpr void swap(shared<cell<T>> const& other) const noexcept(detail::moves_nothrow<T>) {
      access const& there = other;
      if (place_ != there.place_) tenure::swap(*place_, *there.place_);
    }
    /// Puts `f(get())` in place. Needs Copy. `f` may use the cell; what it put there is overwritten.
    template <class F>
      requires Copy<T>
    constexpr void update(F&& f) const {
      set(std::forward<F>(f)(get()));
    }
  };
};

/// Owned like its content; shared, nobody but this thread may look.
template <class T>
struct invariants<cell<T>> {
  using owned = invariant::as<T>;
  using shared = invariant::same_thread<T>;
};

}  // namespace tenure
