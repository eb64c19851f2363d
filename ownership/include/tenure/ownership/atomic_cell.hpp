// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <concepts>
#include <expected>
#include <memory>
#include <type_traits>

#include "tenure/ownership/reference.hpp"

/// `atomic_cell<T>`: a cell that all threads may use, for values that the machine reads and writes in one
/// step. Source: Rust's atomics, and crossbeam's `AtomicCell` without its fall-back on locks.
namespace tenure {

namespace rule {

/// [ownership.atomic] No lock, and no code of the value's own.
template <class T>
struct atomic_content {
  static constexpr bool plain = std::is_trivially_copyable_v<T> && std::is_copy_constructible_v<T> &&
                                std::is_object_v<T> && std::is_same_v<T, std::remove_cv_t<T>>;
  static constexpr bool holds = [] {
    if constexpr (plain) {
      return std::atomic<T>::is_always_lock_free;
    } else {
      return false;
    }
  }();
  static constexpr auto sentence() {
    return "[ownership.atomic] a " + name_of<T> +
           " is not read and written in one step: it must be copied byte by byte and fit into a word; hold "
           "anything else in a mutex";
  }
};

}  // namespace rule

namespace detail {
template <class T>
using atomic_content =
    std::conditional_t<rule::atomic_content<T>::holds, T, int>;  // to go on after the error
}

template <class T>
class atomic_cell {
  static_assert(told<rule::atomic_content<T>>());

  mutable std::atomic<detail::atomic_content<T>> value_;

  friend sharing<atomic_cell>;

 public:
  using value_type = T;

  constexpr atomic_cell() noexcept
    requires std::is_default_constructible_v<T>
      : value_(T()) {}
  constexpr explicit atomic_cell(T value) noexcept : value_(value) {}
  atomic_cell(atomic_cell const&) = delete;
  atomic_cell& operator=(atomic_cell const&) = delete;

  /// The value. Consumes the cell.
  [[nodiscard]] T into_inner() && noexcept { return value_.load(std::memory_order_relaxed); }
};

/// A shared atomic_cell. Orders are sequentially consistent unless another is given.
template <class T>
struct sharing<atomic_cell<T>> {
  using frozen = no;

  class access {
    std::atomic<T>* place_;

   public:
    constexpr explicit access(atomic_cell<T> const& it) noexcept : place_{std::addressof(it.value_)} {}

    T load(std::memory_order order = std::memory_order_seq_cst) const noexcept { return place_->load(order); }
    void store(T value, std::memory_order order = std::memory_order_seq_cst) const noexcept {
      place_->store(value, order);
    }
    /// Puts `value` there and returns the former one.
    T exchange(T value, std::memory_order order = std::memory_order_seq_cst) const noexcept {
      return place_->exchange(value, order);
    }
    /// Puts `desired` there if `expected` is there: the value is what was there, so is the error.
    /// Bytes are compared, so there must be none that mean nothing.
    std::expected<T, T> compare_exchange(T expected, T desired,
                                         std::memory_order order = std::memory_order_seq_cst) const noexcept
      requires std::has_unique_object_representations_v<T>
    {
      if (place_->compare_exchange_strong(expected, desired, order)) return expected;
      return std::unexpected{expected};
    }
    /// Adds, and returns the former value. Wraps around.
    T fetch_add(T value, std::memory_order order = std::memory_order_seq_cst) const noexcept
      requires(std::integral<T> && !std::same_as<T, bool>)
    {
      return place_->fetch_add(value, order);
    }
    T fetch_sub(T value, std::memory_order order = std::memory_order_seq_cst) const noexcept
      requires(std::integral<T> && !std::same_as<T, bool>)
    {
      return place_->fetch_sub(value, order);
    }
  };
};

/// Whoever shares it passes values from thread to thread. It stays where it is.
template <class T>
struct invariants<atomic_cell<T>> {
  using owned = invariant::as<T>;
  using shared = invariant::atomic<T>;
};
template <class T>
struct invariants<atomic_cell<T*>> {
  using owned = invariant::number;
  using shared = invariant::number;
};
template <class T>
struct declare<marker::leak, atomic_cell<T*>> : yes {};
template <class T>
struct declare<marker::move, atomic_cell<T>> : no {};
template <class T>
struct declare<marker::transfer, atomic_cell<T>> : no {};

}  // namespace tenure
