// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdlib>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <type_traits>
#include <utility>

#include "tenure/ownership/exchange.hpp"
#include "tenure/ownership/lock_watch.hpp"
#include "tenure/ownership/reference.hpp"

/// `rw_lock<T>`: a value that threads read together and write in turn.
///
/// Several readers hold a shared `T` at once, so here Sync of the lock needs Sync of the value, which a
/// mutex does not: law R13. Guards are neither sent nor leaked. There is no poisoning. Whether readers or
/// writers go first is up to the platform. A thread that holds a guard must not ask for another one of the
/// same lock: only the case of two writers is trapped on.
/// Source: Rust's `RwLock`.
namespace tenure {

inline namespace TENURE_ABI {

template <class T, class Lock = std::shared_mutex>
class rw_lock;

/// A reader's guard: while it lives, nobody writes. One word.
template <class T, class Lock = std::shared_mutex>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] read_guard
    : affine<"[ownership.affine] a read_guard is moved, never copied: write std::move", read_guard<T, Lock>> {
  rw_lock<T, Lock> const* lock_;

  TENURE_RETURNS(unconsumed)
  explicit read_guard(rw_lock<T, Lock> const& locked_already) noexcept : lock_{&locked_already} {}
  friend sharing<rw_lock<T, Lock>>;

  T const& live() const noexcept {
    expects(lock_ != nullptr, "[ownership.affine] a read_guard was used after it was moved from");
    return lock_->value_;
  }

 public:
  using element_type = T;

  read_guard(read_guard&& other) noexcept : lock_{std::exchange(other.lock_, nullptr)} {}
  read_guard(read_guard const&) = default;  // deleted by the base, whose name says why
  read_guard& operator=(read_guard&& other) noexcept {
    read_guard ended{std::move(*this)};
    lock_ = std::exchange(other.lock_, nullptr);
    return *this;
  }
  read_guard& operator=(read_guard const&) = default;
  ~read_guard() {
    if (lock_ != nullptr) lock_->lock_.unlock_shared();
  }

  /// The value, shared in its own way for as long as this guard lives.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  shared<T> share() const noexcept TENURE_LIFETIMEBOUND { return shared<T>{live()}; }

  /// The value itself, if nothing of it can change while it is shared.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T const& operator*() const noexcept TENURE_LIFETIMEBOUND
    requires Frozen<T>
  {
    return live();
  }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T const* operator->() const noexcept TENURE_LIFETIMEBOUND
    requires Frozen<T>
  {
    return std::addressof(live());
  }
  template <text Why = rule::shared_whole<T>::sentence()>
  void operator*() const
    requires(!Frozen<T>)
  = delete;
  template <text Why = rule::shared_whole<T>::sentence()>
  T const* operator->() const
    requires(!Frozen<T>)
  = delete;
};

/// The writer's guard: while it lives, nobody else reads or writes. One word.
template <class T, class Lock = std::shared_mutex>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] write_guard
    : affine<"[ownership.affine] a write_guard is moved, never copied: write std::move",
             write_guard<T, Lock>> {
  rw_lock<T, Lock> const* lock_;

  TENURE_RETURNS(unconsumed)
  explicit write_guard(rw_lock<T, Lock> const& locked_already) noexcept : lock_{&locked_already} {}
  friend sharing<rw_lock<T, Lock>>;

  T& live() const noexcept {
    expects(lock_ != nullptr, "[ownership.affine] a write_guard was used after it was moved from");
    return lock_->value_;
  }

 public:
  using element_type = T;

  write_guard(write_guard&& other) noexcept : lock_{std::exchange(other.lock_, nullptr)} {}
  write_guard(write_guard const&) = default;
  write_guard& operator=(write_guard&& other) noexcept {
    write_guard ended{std::move(*this)};
    lock_ = std::exchange(other.lock_, nullptr);
    return *this;
  }
  write_guard& operator=(write_guard const&) = default;
  /// Precondition: this is the thread that locked; checked builds trap with [ownership.send].
  ~write_guard() {
    if (lock_ == nullptr) return;
    lock_->watch_.unlocking();
    lock_->lock_.unlock();
  }

  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T& operator*() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T const& operator*() const noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T* operator->() noexcept TENURE_LIFETIMEBOUND { return std::addressof(live()); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T const* operator->() const noexcept TENURE_LIFETIMEBOUND { return std::addressof(live()); }
};

/// A `T` and its lock. It stays where it is. `Lock` is the standard's SharedLockable.
template <class T, class Lock>
class rw_lock {
  static_assert(told<rule::interior<T>>());

  mutable Lock lock_;
  [[no_unique_address]] mutable detail::lock_watch watch_;
  mutable T value_;

  friend sharing<rw_lock>;
  friend read_guard<T, Lock>;
  friend write_guard<T, Lock>;

 public:
  using value_type = T;

  rw_lock() noexcept(std::is_nothrow_default_constructible_v<T>)
    requires std::is_default_constructible_v<T>
      : value_() {}
  explicit rw_lock(T value) noexcept(std::is_nothrow_move_constructible_v<T>) : value_(std::move(value)) {}
  rw_lock(rw_lock const&) = delete;
  rw_lock& operator=(rw_lock const&) = delete;

  /// The value. Needs Move. Consumes the lock, which nobody else has.
  [[nodiscard]] T into_inner() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    if constexpr (enforce<rule::move<T>>()) {
      return std::move(value_);
    } else {
      std::abort();
    }
  }

  /// Who has the lock for himself needs not take it.
  static unique<T> get_mut(unique<rw_lock> whole) noexcept { return unique<T>{whole->value_}; }
};

}  // namespace TENURE_ABI

/// A shared rw_lock: its value to read together or to write in turn.
template <class T, class Lock>
struct sharing<rw_lock<T, Lock>> {
  using frozen = no;

  class access {
    rw_lock<T, Lock> const* it_;

   public:
    explicit access(rw_lock<T, Lock> const& it) noexcept : it_{std::addressof(it)} {}

    /// Waits until nobody writes.
    read_guard<T, Lock> read() const {
      it_->watch_.locking();
      it_->lock_.lock_shared();
      return read_guard<T, Lock>{*it_};
    }
    /// Waits until nobody reads or writes.
    write_guard<T, Lock> write() const {
      it_->watch_.locking();
      it_->lock_.lock();
      it_->watch_.locked();
      return write_guard<T, Lock>{*it_};
    }
    /// A guard, or nothing if somebody writes.
    std::optional<read_guard<T, Lock>> try_read() const {
      it_->watch_.locking();
      if (!it_->lock_.try_lock_shared()) return std::nullopt;
      return read_guard<T, Lock>{*it_};
    }
    /// A guard, or nothing if somebody reads or writes.
    std::optional<write_guard<T, Lock>> try_write() const {
      it_->watch_.locking();
      if (!it_->lock_.try_lock()) return std::nullopt;
      it_->watch_.locked();
      return write_guard<T, Lock>{*it_};
    }
  };
};

/// While a guard is shared nobody writes through it.
template <class T, class Lock>
struct sharing<write_guard<T, Lock>> : owner<write_guard<T, Lock>, T> {};

template <class T, class Lock>
struct invariants<rw_lock<T, Lock>> {
  using owned = invariant::as<T>;
  using shared = invariant::read_locked<T>;
};
template <class T, class Lock>
struct invariants<read_guard<T, Lock>> {
  using owned = invariant::held_here<T>;
  using shared = invariant::read_only<T>;
};
template <class T, class Lock>
struct invariants<write_guard<T, Lock>> {
  using owned = invariant::held_here<T>;
  using shared = invariant::read_only<T>;
};
template <class T, class Lock>
struct declare<marker::move, rw_lock<T, Lock>> : no {};
template <class T, class Lock>
struct declare<marker::transfer, rw_lock<T, Lock>> : no {};
template <class T, class Lock>
struct declare<marker::leak, read_guard<T, Lock>> : no {};
template <class T, class Lock>
struct declare<marker::leak, write_guard<T, Lock>> : no {};

template <class T>
inline constexpr auto name_of<rw_lock<T>> = "tenure::rw_lock<" + name_of<T> + ">";
template <class T>
inline constexpr auto name_of<read_guard<T>> = "tenure::read_guard<" + name_of<T> + ">";
template <class T>
inline constexpr auto name_of<write_guard<T>> = "tenure::write_guard<" + name_of<T> + ">";

}  // namespace tenure
