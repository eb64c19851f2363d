// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

#include "tenure/ownership/exchange.hpp"
#include "tenure/ownership/lock_watch.hpp"
#include "tenure/ownership/reference.hpp"

/// `mutex<T>`: a value that several threads write in turn. The value lies in the lock, so there is no way to
/// it but through a guard, and whoever has the mutex for himself needs no lock at all.
///
/// A shared mutex gives `lock()` and `try_lock()`. The guard unlocks when it ends, in the thread that locked:
/// it is not Send. It is not Leak either, which is stricter than Rust: a lock that nobody opens again stops
/// all who wait for it. There is no poisoning: after an exception the value is as its writer left it.
/// Source: Rust's `Mutex`; RustBelt's `shr(Mutex T)` is an invariant that all threads can open (law R12).
namespace tenure {

inline namespace TENURE_ABI {

template <class T, class Lock = std::mutex>
class mutex;

/// The value of a locked mutex, for as long as the guard lives. `T&`s obtained from it must not live longer:
/// Clang warns of the simple cases. One word.
template <class T, class Lock = std::mutex>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] mutex_guard
    : affine<"[ownership.affine] a mutex_guard is moved, never copied: write std::move",
             mutex_guard<T, Lock>> {
  mutex<T, Lock> const* mutex_;

  TENURE_RETURNS(unconsumed)
  explicit mutex_guard(mutex<T, Lock> const& locked_already) noexcept : mutex_{&locked_already} {}
  friend sharing<mutex<T, Lock>>;

  T& live() const noexcept {
    expects(mutex_ != nullptr, "[ownership.affine] a mutex_guard was used after it was moved from");
    return mutex_->value_;
  }
  void end() noexcept {
    if (mutex_ == nullptr) return;
    mutex_->watch_.unlocking();
    std::exchange(mutex_, nullptr)->lock_.unlock();
  }

 public:
  using element_type = T;

  mutex_guard(mutex_guard&& other) noexcept : mutex_{std::exchange(other.mutex_, nullptr)} {}
  mutex_guard(mutex_guard const&) = default;  // deleted by the base, whose name says why
  mutex_guard& operator=(mutex_guard&& other) noexcept {
    mutex_guard ended{std::move(*this)};
    mutex_ = std::exchange(other.mutex_, nullptr);
    return *this;
  }
  mutex_guard& operator=(mutex_guard const&) = default;
  /// Unlocks. Precondition: this is the thread that locked; checked builds trap with [ownership.send].
  ~mutex_guard() { end(); }

  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T& operator*() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T const& operator*() const noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T* operator->() noexcept TENURE_LIFETIMEBOUND { return std::addressof(live()); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  T const* operator->() const noexcept TENURE_LIFETIMEBOUND { return std::addressof(live()); }

  /// Unlocks before the scope ends. Consumes the guard.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  void unlock() && noexcept {
    static_cast<void>(live());
    end();
  }
};

/// A `T` and its lock. It stays where it is. `Lock` is the standard's BasicLockable, and Lockable where
/// `try_lock` is used. In checked builds a second `lock()` by the same thread is a trap,
/// [ownership.deadlock], and so is the end of a mutex that is locked, [ownership.outlives].
template <class T, class Lock>
class mutex {
  static_assert(told<rule::interior<T>>());

  mutable Lock lock_;
  [[no_unique_address]] mutable detail::lock_watch watch_;
  mutable T value_;

  friend sharing<mutex>;
  friend mutex_guard<T, Lock>;

 public:
  using value_type = T;

  constexpr mutex() noexcept(std::is_nothrow_default_constructible_v<T>)
    requires std::is_default_constructible_v<T>
      : value_() {}
  constexpr explicit mutex(T value) noexcept(std::is_nothrow_move_constructible_v<T>)
      : value_(std::move(value)) {}
  mutex(mutex const&) = delete;
  mutex& operator=(mutex const&) = delete;

  /// The value. Needs Move. Consumes the mutex, which nobody else has: no lock is taken.
  [[nodiscard]] T into_inner() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    if constexpr (enforce<rule::move<T>>()) {
      return std::move(value_);
    } else {
      std::abort();
    }
  }

  /// Who has the mutex for himself needs no lock.
  static unique<T> get_mut(unique<mutex> whole) noexcept { return unique<T>{whole->value_}; }
};

}  // namespace TENURE_ABI

/// A shared mutex: its value in turn.
template <class T, class Lock>
struct sharing<mutex<T, Lock>> {
  using frozen = no;

  class access {
    mutex<T, Lock> const* it_;

   public:
    explicit access(mutex<T, Lock> const& it) noexcept : it_{std::addressof(it)} {}

    /// Waits until nobody else has the lock. Throws what `Lock::lock` throws.
    mutex_guard<T, Lock> lock() const {
      it_->watch_.locking();
      it_->lock_.lock();
      it_->watch_.locked();
      return mutex_guard<T, Lock>{*it_};
    }
    /// The guard, or nothing if somebody has the lock (and, as the standard allows, now and then although
    /// nobody has). Precondition: this thread does not have it.
    std::optional<mutex_guard<T, Lock>> try_lock() const {
      it_->watch_.locking();
      if (!it_->lock_.try_lock()) return std::nullopt;
      it_->watch_.locked();
      return mutex_guard<T, Lock>{*it_};
    }
  };
};

/// While the guard is shared nobody writes, so its value is shared.
template <class T, class Lock>
struct sharing<mutex_guard<T, Lock>> : owner<mutex_guard<T, Lock>, T> {};

template <class T, class Lock>
struct invariants<mutex<T, Lock>> {
  using owned = invariant::as<T>;
  using shared = invariant::locked<T>;
};
template <class T, class Lock>
struct invariants<mutex_guard<T, Lock>> {
  using owned = invariant::held_here<T>;
  using shared = invariant::read_only<T>;
};
template <class T, class Lock>
struct declare<marker::move, mutex<T, Lock>> : no {};
template <class T, class Lock>
struct declare<marker::transfer, mutex<T, Lock>> : no {};
template <class T, class Lock>
struct declare<marker::leak, mutex_guard<T, Lock>> : no {};

template <class T>
inline constexpr auto name_of<mutex<T>> = "tenure::mutex<" + name_of<T> + ">";
template <class T>
inline constexpr auto name_of<mutex_guard<T>> = "tenure::mutex_guard<" + name_of<T> + ">";

}  // namespace tenure
