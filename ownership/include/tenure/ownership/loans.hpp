// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include "tenure/ownership/config.hpp"

#if TENURE_CHECKED
#include <atomic>
#include <cstdint>
#include <utility>
#endif

namespace tenure::inline TENURE_ABI {

/// What a piece of storage has lent out: a member of every slot, box and arena.
///
/// An `own<T>` is one word, so it cannot say where its value lives. In checked builds each storage that
/// has lent a value stands in one list, and the end of an own finds its storage there by the value's
/// address. In unchecked builds the class is empty and every member does nothing. In constant expressions
/// it does nothing either: there the compiler itself follows every lifetime.
///
/// Complexity in checked builds: one step for each storage that has something lent, under one lock.
class loans {
#if TENURE_CHECKED
  std::uintptr_t first_ = 0;
  std::size_t size_ = 0;
  std::size_t lent_ = 0;
  loans* next_ = nullptr;

  inline static loans* list = nullptr;
  inline static std::atomic_flag busy;

  struct lock {
    lock() noexcept {
      while (busy.test_and_set(std::memory_order_acquire)) busy.wait(true, std::memory_order_relaxed);
    }
    ~lock() {
      busy.clear(std::memory_order_release);
      busy.notify_one();
    }
  };

  /// The innermost storage that `value` lies in: a value may itself contain a slot that has lent.
  static loans* around(void const* value) noexcept {
    auto const at = reinterpret_cast<std::uintptr_t>(value);
    loans* found = nullptr;
    for (loans* each = list; each != nullptr; each = each->next_) {
      bool const inside = at - each->first_ < each->size_;
      if (inside && (found == nullptr || each->size_ < found->size_)) found = each;
    }
    return found;
  }

  void leave() noexcept {
    loans** link = &list;
    while (*link != this) link = &(*link)->next_;
    *link = next_;
  }
#endif

 public:
  constexpr loans() noexcept = default;
  loans(loans const&) = delete;
  loans& operator=(loans const&) = delete;

  /// Traps with `sentence` where something is lent. Never does in unchecked builds.
  constexpr void require_none([[maybe_unused]] char const* sentence) const noexcept {
#if TENURE_CHECKED
    if (std::is_constant_evaluated()) return;
    bool const none = [this] {
      lock const held;
      return lent_ == 0;
    }();
    expects(none, sentence);
#endif
  }

  /// Notes that one value, somewhere in the `size` bytes of `storage`, is lent.
  constexpr void lend([[maybe_unused]] void const* storage, [[maybe_unused]] std::size_t size) noexcept {
#if TENURE_CHECKED
    if (std::is_constant_evaluated()) return;
    lock const held;
    if (lent_++ != 0) return;
    first_ = reinterpret_cast<std::uintptr_t>(storage);
    size_ = size;
    next_ = std::exchange(list, this);
#endif
  }

  /// Notes that the own of the value at `value` has become `pieces` owns.
  static constexpr void divide([[maybe_unused]] void const* value,
                               [[maybe_unused]] std::size_t pieces) noexcept {
#if TENURE_CHECKED
    if (std::is_constant_evaluated() || pieces == 1) return;
    if (pieces == 0) return end(value);
    lock const held;
    if (loans* const storage = around(value)) storage->lent_ += pieces - 1;
#endif
  }

  /// Notes that the value (or piece) at `value` is no longer lent. A value that no slot knows is left alone.
  static constexpr void end([[maybe_unused]] void const* value) noexcept {
#if TENURE_CHECKED
    if (std::is_constant_evaluated()) return;
    lock const held;
    loans* const storage = around(value);
    if (storage != nullptr && --storage->lent_ == 0) storage->leave();
#endif
  }
};

/// The member by which a `Storage` keeps its loans. In unchecked builds it is of another type for each
/// storage, since two empty objects of one type cannot share an address: a slot in a slot takes no room for
/// it.
#if TENURE_CHECKED
template <class Storage>
using loans_of = loans;
#else
template <class Storage>
struct loans_of {
  constexpr void require_none(char const*) const noexcept {}
  constexpr void lend(void const*, std::size_t) noexcept {}
};
#endif

}  // namespace tenure::inline TENURE_ABI
