// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/ownership/config.hpp"

#if TENURE_CHECKED
#include <atomic>
#endif

/// What checked builds know of a lock: which thread holds it. One word there, nothing in unchecked builds.
/// It notices what a platform's lock leaves undefined: a second lock by the same thread, an unlock by another
/// one, and the end of a lock that is held.
namespace tenure::detail {
inline namespace TENURE_ABI {

class lock_watch {
#if TENURE_CHECKED
  /// Names the thread that asks: no two that run have their copy at one address.
  static void const* this_thread() noexcept {
    thread_local char here;
    return &here;
  }

  std::atomic<void const*> holder_{nullptr};

  void const* holder() const noexcept { return holder_.load(std::memory_order_relaxed); }

 public:
  constexpr lock_watch() noexcept = default;
  lock_watch(lock_watch const&) = delete;
  lock_watch& operator=(lock_watch const&) = delete;
  ~lock_watch() { expects(holder() == nullptr, "[ownership.outlives] a lock ended while a guard holds it"); }

  /// Before waiting: only this thread itself can have written its own name there.
  void locking() const noexcept {
    expects(holder() != this_thread(),
            "[ownership.deadlock] this thread holds the lock already: end its guard first");
  }
  void locked() noexcept { holder_.store(this_thread(), std::memory_order_relaxed); }
  void unlocking() noexcept {
    expects(holder() == this_thread(),
            "[ownership.send] a guard ended in another thread than the one that locked");
    holder_.store(nullptr, std::memory_order_relaxed);
  }
#else
 public:
  constexpr void locking() const noexcept {}
  constexpr void locked() noexcept {}
  constexpr void unlocking() noexcept {}
#endif
};

}  // namespace TENURE_ABI
}  // namespace tenure::detail
