// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <expected>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/dying.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/ownership/weak_counted.hpp"

/// What `rc` and `arc` share: everything but the counting.
///
/// One allocation holds the value and two counts. Strong handles keep the value alive, weak handles keep only
/// the storage. All strong handles together hold one weak count, so that the storage is freed exactly once,
/// by whoever lets go of the last weak count.
namespace tenure {

namespace rule {

/// [ownership.emplace] A function that makes the value must return it by value, so that it is constructed in
/// place.
template <class Handle, class T, class Made>
struct make_with {
  static constexpr bool holds = std::is_same_v<T, Made>;
  static constexpr auto sentence() {
    return "[ownership.emplace] the value of a " + name_of<Handle> + " is made by a function that returns " +
           name_of<Made> + ": let it return " + name_of<T> + " by value";
  }
};

}  // namespace rule

inline namespace TENURE_ABI {

/// A value that several handles own together; it ends with the last of them. `rc<T>` counts for one thread,
/// `arc<T>` for many. One word, never empty, moved and never copied: `clone()` says that there is one owner
/// more. Access is shared and deep: `T const&` only; who is the sole owner gets more from `get_mut()`.
///
/// Handles can form a circle, and then no destructor in it ever runs. So making one needs Leak. A type may
/// hold handles of itself while it is incomplete.
/// Counted handles that own each other in a chain end in a recursion as deep as the chain.
template <class T, class Counts>
class TENURE_CONSUMABLE(unconsumed) TENURE_TRIVIAL_ABI [[nodiscard]] counted
    : affine<"[ownership.affine] an rc or arc is moved, never copied: write clone() for one more owner",
             counted<T, Counts>> {
  using block = detail::counted_block<T, Counts>;
  block* block_;

  TENURE_RETURNS(unconsumed)
  constexpr explicit counted(block* counted_already) noexcept : block_{counted_already} {}
  friend weak_counted<T, Counts>;

  constexpr block* live() const noexcept {
    expects(block_ != nullptr, "[ownership.affine] a counted handle was used after it was moved from");
    return block_;
  }

 public:
  using element_type = T;
  using weak_type = weak_counted<T, Counts>;

  /// Allocates and constructs `T(args...)`. Needs Leak. What `operator new` or the constructor throws passes
  /// through, and nothing is leaked.
  template <class... Args>
  static constexpr counted make(Args&&... args) {
    if constexpr (enforce<rule::leak<T>>() && enforce<rule::storable<T>>() &&
                  enforce<rule::emplace<T, Args...>>()) {
      weak_type home{new block{1}};  // frees the storage if the constructor throws
      std::construct_at(std::addressof(home.block_->value), std::forward<Args>(args)...);
      return counted{std::exchange(home.block_, nullptr)};
    } else {
      std::abort();
    }
  }

  /// Allocates and constructs what `make()` returns in place: `T` may be immovable. Needs Leak.
  template <class F>
  static constexpr counted make_with(F&& make) {
    if constexpr (enforce<rule::leak<T>>() && enforce<rule::storable<T>>() &&
                  enforce<rule::make_with<counted, T, std::invoke_result_t<F&>>>()) {
      weak_type home{new block{1}};
      detail::construct_from(std::addressof(home.block_->value), make);
      return counted{std::exchange(home.block_, nullptr)};
    } else {
      std::abort();
    }
  }

  /// Constructs what `make(self)` returns in place, where `self` is a weak handle of the value to be. It
  /// upgrades once the value is there; `make` may keep clones of it. Needs Leak.
  template <class F>
  static constexpr counted make_cyclic(F&& make) {
    if constexpr (enforce<rule::leak<T>>() && enforce<rule::storable<T>>() &&
                  enforce<rule::make_with<counted, T, std::invoke_result_t<F&, weak_type const&>>>()) {
      weak_type self{new block{0}};
      auto make_value = [&]() -> T { return make(std::as_const(self)); };
      detail::construct_from(std::addressof(self.block_->value), make_value);
      self.block_->counts.add_first_strong();
      return counted{std::exchange(self.block_, nullptr)};
    } else {
      std::abort();
    }
  }

  constexpr counted(counted&& other) noexcept : block_{std::exchange(other.block_, nullptr)} {}
  counted(counted const&) = default;  // deleted by the base, whose name says why
  constexpr counted& operator=(counted&& other) noexcept {
    counted ended{std::exchange(block_, std::exchange(other.block_, nullptr))};
    return *this;
  }
  counted& operator=(counted const&) = default;
  /// The last strong handle destroys the value, and then lets go of the storage.
  constexpr ~counted() {
    if (block_ == nullptr || !block_->counts.drop_strong()) return;
    weak_type const home{block_};
    std::destroy_at(std::addressof(block_->value));
  }

  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const& operator*() const noexcept TENURE_LIFETIMEBOUND { return live()->value; }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* operator->() const noexcept TENURE_LIFETIMEBOUND { return get(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* get() const noexcept TENURE_LIFETIMEBOUND { return std::addressof(live()->value); }

  /// Another handle of the same value. Traps when there are `most_handles` of them.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr counted clone() const noexcept {
    live()->counts.add_strong();
    return counted{block_};
  }
  /// A handle that does not keep the value alive.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr weak_type downgrade() const noexcept {
    live()->counts.add_weak();
    return weak_type{block_};
  }

  /// The value, writable, if this is its only handle of either kind, else null.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  [[nodiscard]] constexpr T* get_mut() noexcept TENURE_LIFETIMEBOUND {
    return live()->counts.unique() ? std::addressof(block_->value) : nullptr;
  }

  /// The value itself if this is its only strong handle, else the handle. Needs Move. Weak handles find the
  /// value gone. Consumes the handle; if the move constructor throws, the value is destroyed where it was.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] constexpr std::expected<T, counted> try_unwrap() && noexcept(
      std::is_nothrow_move_constructible_v<T>) {
    using result = std::expected<T, counted>;
    if constexpr (enforce<rule::move<T>>()) {
      if (!live()->counts.drop_only_strong()) return result{std::unexpect, std::move(*this)};
      weak_type const home{std::exchange(block_, nullptr)};
      detail::dying<T> const former{home.block_->value};
      return result{std::in_place, std::move(former.value)};
    } else {
      std::abort();
    }
  }

  /// How many strong handles there are. Where other threads hold handles, the numbers may be old when they
  /// are read.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr std::size_t strong_count() const noexcept { return live()->counts.strong(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr std::size_t weak_count() const noexcept { return live()->counts.weak_handles(); }
  /// Are both handles of the same value?
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr bool ptr_eq(counted const& other) const noexcept { return live() == other.live(); }
};

}  // namespace TENURE_ABI

/// Moving a handle does not move the value. A value that must not leak is in no handle at all.
template <class T, class Counts>
struct declare<marker::move, counted<T, Counts>> : yes {};
template <class T, class Counts>
struct declare<marker::transfer, counted<T, Counts>> : yes {};
template <class T, class Counts>
struct declare<marker::leak, counted<T, Counts>> : like<T> {};
template <class T, class Counts>
struct declare<marker::destructure, counted<T, Counts>> : no {};
template <class T, class Counts>
struct declare<marker::synchronised, counted<T, Counts>> : no {};

/// What several threads may do to a weak handle they may do to the strong one, and the other way round.
template <class Marker, class T, class Counts>
struct declare<Marker, weak_counted<T, Counts>> : like<counted<T, Counts>> {};
template <class T, class Counts>
struct declare<marker::destructure, weak_counted<T, Counts>> : no {};

}  // namespace tenure
