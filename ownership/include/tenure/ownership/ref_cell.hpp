// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <limits>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "tenure/ownership/exchange.hpp"
#include "tenure/ownership/reference.hpp"

/// `ref_cell<T>`: a value that may be written while it is shared, in one thread, with references into it that
/// are counted while the program runs: any number of readers, or one writer. Who breaks the rule ends the
/// program, in every build: a count that is not looked at protects nobody.
/// Source: Rust's `RefCell`.
namespace tenure {

inline namespace TENURE_ABI {

template <class T>
class ref_cell;

/// A reader's guard: while it lives, nobody writes. Neither sent nor leaked.
template <class T>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] borrowed
    : affine<"[ownership.affine] a borrowed is moved, never copied: borrow once more, or std::move",
             borrowed<T>> {
  ref_cell<T> const* cell_;

  TENURE_RETURNS(unconsumed)
  constexpr explicit borrowed(ref_cell<T> const& counted_already) noexcept : cell_{&counted_already} {}
  friend sharing<ref_cell<T>>;

  constexpr T const& live() const noexcept {
    expects(cell_ != nullptr, "[ownership.affine] a borrowed was used after it was moved from");
    return cell_->value_;
  }

 public:
  using element_type = T;

  constexpr borrowed(borrowed&& other) noexcept : cell_{std::exchange(other.cell_, nullptr)} {}
  borrowed(borrowed const&) = default;  // deleted by the base, whose name says why
  constexpr borrowed& operator=(borrowed&& other) noexcept {
    borrowed ended{std::move(*this)};
    cell_ = std::exchange(other.cell_, nullptr);
    return *this;
  }
  borrowed& operator=(borrowed const&) = default;
  constexpr ~borrowed() {
    if (cell_ != nullptr) --cell_->lent_;
  }

  /// The value, shared in its own way for as long as this guard lives.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr shared<T> share() const noexcept TENURE_LIFETIMEBOUND { return shared<T>{live()}; }

  /// The value itself, if nothing of it can change while it is shared.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const& operator*() const noexcept TENURE_LIFETIMEBOUND
    requires Frozen<T>
  {
    return live();
  }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* operator->() const noexcept TENURE_LIFETIMEBOUND
    requires Frozen<T>
  {
    return std::addressof(live());
  }
  template <text Why = rule::shared_whole<T>::sentence()>
  void operator*() const
    requires(!Frozen<T>)
  TENURE_REFUSED(
      "[ownership.shared] it gives no const reference to the whole of it, for a part of it may be written "
      "meanwhile: share its parts one by one");
  template <text Why = rule::shared_whole<T>::sentence()>
  T const* operator->() const
    requires(!Frozen<T>)
  TENURE_REFUSED(
      "[ownership.shared] it gives no const reference to the whole of it, for a part of it may be written "
      "meanwhile: share its parts one by one");
};

/// The writer's guard: while it lives, nobody else reads or writes. Neither sent nor leaked.
template <class T>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] borrowed_mut
    : affine<"[ownership.affine] a borrowed_mut is moved, never copied: write std::move", borrowed_mut<T>> {
  ref_cell<T> const* cell_;

  TENURE_RETURNS(unconsumed)
  constexpr explicit borrowed_mut(ref_cell<T> const& counted_already) noexcept : cell_{&counted_already} {}
  friend sharing<ref_cell<T>>;

  constexpr T& live() const noexcept {
    expects(cell_ != nullptr, "[ownership.affine] a borrowed_mut was used after it was moved from");
    return cell_->value_;
  }

 public:
  using element_type = T;

  constexpr borrowed_mut(borrowed_mut&& other) noexcept : cell_{std::exchange(other.cell_, nullptr)} {}
  borrowed_mut(borrowed_mut const&) = default;
  constexpr borrowed_mut& operator=(borrowed_mut&& other) noexcept {
    borrowed_mut ended{std::move(*this)};
    cell_ = std::exchange(other.cell_, nullptr);
    return *this;
  }
  borrowed_mut& operator=(borrowed_mut const&) = default;
  constexpr ~borrowed_mut() {
    if (cell_ != nullptr) cell_->lent_ = 0;
  }

  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T& operator*() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const& operator*() const noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* operator->() noexcept TENURE_LIFETIMEBOUND { return std::addressof(live()); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* operator->() const noexcept TENURE_LIFETIMEBOUND { return std::addressof(live()); }
};

/// One word more than a `T`: the count. Moving one that is lent is trapped on in every build, and so is the
/// end of one in checked builds, [ownership.outlives].
template <class T>
class ref_cell {
  static_assert(told<rule::interior<T>>());

  static constexpr std::ptrdiff_t written = -1;

  mutable T value_;
  mutable std::ptrdiff_t lent_ = 0;  // how many read, or `written`

  friend borrowed<T>;
  friend borrowed_mut<T>;
  friend sharing<ref_cell>;

  constexpr T& free() const noexcept {
    if (lent_ != 0)
      trap("[ownership.borrowed] a ref_cell was moved or taken apart while its value is borrowed");
    return value_;
  }

 public:
  using value_type = T;
  using ref = borrowed<T>;
  using ref_mut = borrowed_mut<T>;

  constexpr ref_cell() noexcept(std::is_nothrow_default_constructible_v<T>)
    requires std::is_default_constructible_v<T>
      : value_() {}
  constexpr explicit ref_cell(T value) noexcept(std::is_nothrow_move_constructible_v<T>)
      : value_(std::move(value)) {}
  /// Needs Move. Precondition: nothing of `other` is borrowed.
  constexpr ref_cell(ref_cell&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
    requires std::is_move_constructible_v<T>
      : value_(std::move(other.free())) {}
  constexpr ref_cell& operator=(ref_cell&& other) noexcept(std::is_nothrow_move_assignable_v<T>)
    requires std::is_move_assignable_v<T>
  {
    free() = std::move(other.free());
    return *this;
  }
  constexpr ~ref_cell() {
    expects(lent_ == 0, "[ownership.outlives] a ref_cell ended while its value is borrowed");
  }

  /// The value. Needs Move. Consumes the cell. Precondition: nothing is borrowed.
  [[nodiscard]] constexpr T into_inner() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    if constexpr (enforce<rule::move<T>>()) {
      return std::move(free());
    } else {
      std::abort();
    }
  }

  /// Who has the cell for himself needs no count. Precondition: nothing is borrowed.
  static constexpr unique<T> get_mut(unique<ref_cell> whole) noexcept { return unique<T>{whole->free()}; }
};

}  // namespace TENURE_ABI

/// A shared ref_cell: references in exchange for a count.
template <class T>
struct sharing<ref_cell<T>> {
  using frozen = no;

  class access {
    ref_cell<T> const* it_;

    constexpr bool take_read() const noexcept {
      if (it_->lent_ < 0 || it_->lent_ == std::numeric_limits<std::ptrdiff_t>::max()) return false;
      ++it_->lent_;
      return true;
    }
    constexpr bool take_write() const noexcept {
      if (it_->lent_ != 0) return false;
      it_->lent_ = ref_cell<T>::written;
      return true;
    }

   public:
    constexpr explicit access(ref_cell<T> const& it) noexcept : it_{std::addressof(it)} {}

    /// To read. Ends the program while somebody writes: [ownership.borrowed].
    constexpr borrowed<T> borrow() const noexcept {
      if (!take_read()) trap("[ownership.borrowed] borrow() of a ref_cell that is being written");
      return borrowed<T>{*it_};
    }
    /// To write. Ends the program while somebody reads or writes: [ownership.borrowed].
    constexpr borrowed_mut<T> borrow_mut() const noexcept {
      if (!take_write()) trap("[ownership.borrowed] borrow_mut() of a ref_cell that is borrowed already");
      return borrowed_mut<T>{*it_};
    }
    /// To read, or nothing while somebody writes.
    constexpr std::optional<borrowed<T>> try_borrow() const noexcept {
      if (!take_read()) return std::nullopt;
      return borrowed<T>{*it_};
    }
    /// To write, or nothing while somebody reads or writes.
    constexpr std::optional<borrowed_mut<T>> try_borrow_mut() const noexcept {
      if (!take_write()) return std::nullopt;
      return borrowed_mut<T>{*it_};
    }
    /// Puts `value` in place and returns the former one. Needs Move. Traps as `borrow_mut()` does.
    [[nodiscard]] constexpr T replace(T value) const noexcept(detail::moves_nothrow<T>) {
      auto place = borrow_mut();
      return tenure::replace(*place, std::move(value));
    }
  };
};

template <class T>
struct invariants<ref_cell<T>> {
  using owned = invariant::as<T>;
  using shared = invariant::same_thread<T>;
};
/// A guard counts down, in its own thread and surely.
template <class T>
struct invariants<borrowed<T>> {
  using owned = invariant::held_here<T>;
  using shared = invariant::same_thread<T>;
};
template <class T>
struct invariants<borrowed_mut<T>> {
  using owned = invariant::held_here<T>;
  using shared = invariant::same_thread<T>;
};
template <class T>
struct declare<marker::leak, borrowed<T>> : no {};
template <class T>
struct declare<marker::leak, borrowed_mut<T>> : no {};

}  // namespace tenure
