// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdlib>
#include <expected>
#include <optional>
#include <type_traits>
#include <utility>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/reference.hpp"

/// `once_cell<T>`: a value that is written at most once while it is shared, in one thread. Once it is there
/// it stays, so references to it are handed out without a count.
/// Source: Rust's `OnceCell`.
namespace tenure {

template <class T>
class once_cell {
  static_assert(told<rule::interior<T>>());

  mutable std::optional<T> value_;

  friend sharing<once_cell>;

 public:
  using value_type = T;

  constexpr once_cell() noexcept = default;
  constexpr explicit once_cell(T value) noexcept(std::is_nothrow_move_constructible_v<T>)
      : value_(std::move(value)) {}
  once_cell(once_cell&&) = default;
  once_cell& operator=(once_cell&&) = default;

  /// The value, if there is one. Needs Move. Consumes the cell.
  [[nodiscard]] constexpr std::optional<T> into_inner() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    if constexpr (enforce<rule::move<T>>()) {
      return std::move(value_);
    } else {
      std::abort();
    }
  }

  /// Who has the cell for himself may write the value again.
  static constexpr std::optional<unique<T>> get_mut(unique<once_cell> whole) noexcept {
    if (!whole->value_) return std::nullopt;
    return unique<T>{*whole->value_};
  }
};

/// A shared once_cell: written by the first, read by all after that.
template <class T>
struct sharing<once_cell<T>> {
  using frozen = no;

  class access {
    once_cell<T> const* it_;

   public:
    constexpr explicit access(once_cell<T> const& it) noexcept : it_{std::addressof(it)} {}

    /// The value, shared, if it is there.
    constexpr std::optional<shared<T>> get() const noexcept {
      if (!it_->value_) return std::nullopt;
      return shared<T>{std::as_const(*it_->value_)};
    }

    /// Puts the value there; gives it back if there is one already. Needs Move.
    constexpr std::expected<void, T> set(T value) const noexcept(std::is_nothrow_move_constructible_v<T>) {
      if constexpr (enforce<rule::move<T>>()) {
        if (it_->value_) return std::expected<void, T>{std::unexpect, std::move(value)};
        it_->value_.emplace(std::move(value));
        return {};
      } else {
        std::abort();
      }
    }

    /// The value, made by `make()` if it is not there yet. Needs Move. What `make` throws passes through, and
    /// the cell stays empty. A `make` that fills this very cell ends the program: [ownership.once].
    template <class F>
      requires std::is_invocable_r_v<T, F&>
    constexpr shared<T> get_or_init(F&& make) const {
      if (!it_->value_) {
        if (!set(make())) trap("[ownership.once] a once_cell was filled by the function that was to fill it");
      }
      return shared<T>{std::as_const(*it_->value_)};
    }
  };
};

template <class T>
struct invariants<once_cell<T>> {
  using owned = invariant::as<T>;
  using shared = invariant::same_thread<T>;
};

}  // namespace tenure
