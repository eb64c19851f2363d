// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include "tenure/ownership/slot.hpp"

namespace tenure::inline TENURE_ABI {

/// What `arena::try_emplace` answers where there is no room.
struct arena_full {
  std::size_t needed;  ///< bytes, with the padding before them
  std::size_t left;    ///< bytes
};

/// Storage in which values of any type are made one after the other, each lent out as an own. Room comes
/// back only all at once, by `reset()` or the arena's end. No heap: the `Bytes` lie in the arena itself.
/// Checked builds trap when the arena ends or is reset while a value is lent.
template <std::size_t Bytes>
class arena {
  alignas(std::max_align_t) std::byte storage_[Bytes];
  std::size_t used_ = 0;
  [[no_unique_address]] loans_of<arena> loans_;

  /// Room is taken before the value is made, because its constructor may make others here. Where it throws,
  /// the room is given back, unless others lie behind it.
  struct reserved {
    std::size_t& used;
    std::size_t before, after;
    bool kept = false;

    reserved(std::size_t& used_, std::size_t before_, std::size_t after_) noexcept
        : used{used_}, before{before_}, after{after_} {
      used = after;
    }
    ~reserved() {
      if (!kept && used == after) used = before;
    }
  };

 public:
  arena() noexcept {}
  arena(arena const&) = delete;
  arena& operator=(arena const&) = delete;
  ~arena() {
    loans_.require_none("[ownership.outlives] an arena ended while a value in it is lent: end the own first");
  }

  static constexpr std::size_t capacity() noexcept { return Bytes; }
  std::size_t used() const noexcept { return used_; }

  /// Makes a `T(args...)`, if there is room for it. O(1). The constructor may make further values here. What
  /// it throws passes through, and the arena is as it was, but for room that such further values took.
  template <class T, class... Args>
  std::expected<own<T>, arena_full> try_emplace(Args&&... args) TENURE_LIFETIMEBOUND {
    if constexpr (enforce<rule::storable<T>>() && enforce<rule::emplace<T, Args...>>()) {
      void* place = storage_ + used_;
      std::size_t left = Bytes - used_;
      if (std::align(alignof(T), sizeof(T), place, left) == nullptr) {
        return std::unexpected{arena_full{sizeof(T) + alignof(T) - 1, Bytes - used_}};
      }
      reserved room{used_, used_, Bytes - left + sizeof(T)};
      T* const value = std::construct_at(static_cast<T*>(place), std::forward<Args>(args)...);
      room.kept = true;
      loans_.lend(storage_, Bytes);
      return own<T>::from_raw(value);
    } else {
      std::abort();
    }
  }

  /// The same where room is a precondition. Traps in every build where there is none.
  template <class T, class... Args>
  own<T> emplace(Args&&... args) TENURE_LIFETIMEBOUND {
    auto made = try_emplace<T>(std::forward<Args>(args)...);
    if (!made) trap("[ownership.arena] an arena is full: give it more bytes, or use try_emplace");
    return *std::move(made);
  }

  /// Takes all the room back. Precondition: nothing is lent.
  void reset() noexcept {
    loans_.require_none("[ownership.lent] an arena was reset while a value in it is lent: end the own first");
    used_ = 0;
  }
};

}  // namespace tenure::inline TENURE_ABI
