// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/ownership/counted.hpp"

namespace tenure {

/// The counts of a value whose handles all live in one thread: plain numbers.
class one_thread {
  std::uint32_t strong_;
  std::uint32_t weak_;

 public:
  constexpr one_thread(std::uint32_t strong, std::uint32_t weak) noexcept : strong_{strong}, weak_{weak} {}

  constexpr void add_first_strong() noexcept { strong_ = 1; }
  constexpr void add_strong() noexcept {
    detail::require_countable(strong_);
    ++strong_;
  }
  constexpr bool try_add_strong() noexcept {
    if (strong_ == 0) return false;
    add_strong();
    return true;
  }
  constexpr void add_weak() noexcept {
    detail::require_countable(weak_);
    ++weak_;
  }
  /// Each says whether that was the last one.
  constexpr bool drop_strong() noexcept { return --strong_ == 0; }
  constexpr bool drop_weak() noexcept { return --weak_ == 0; }
  constexpr bool drop_only_strong() noexcept { return strong_ == 1 && drop_strong(); }

  constexpr bool unique() const noexcept { return strong_ == 1 && weak_ == 1; }
  constexpr std::uint32_t strong() const noexcept { return strong_; }
  /// Without the weak count that the strong handles hold together.
  constexpr std::uint32_t weak_handles() const noexcept { return strong_ == 0 ? weak_ : weak_ - 1; }
};

/// A value with several owners in one thread: see `counted` for what it offers.
/// Source: Rust's `Rc`, with the bound that "Changing the rules of Rust" would give it.
template <class T>
using rc = counted<T, one_thread>;
template <class T>
using weak_rc = weak_counted<T, one_thread>;

template <class T>
inline constexpr auto name_of<rc<T>> = "tenure::rc<" + name_of<T> + ">";
template <class T>
inline constexpr auto name_of<weak_rc<T>> = "tenure::weak_rc<" + name_of<T> + ">";

/// The counts are plain, so no two threads may touch them, whatever the value is.
template <class T>
struct declare<marker::send, rc<T>> : no {};
template <class T>
struct declare<marker::sync, rc<T>> : no {};

}  // namespace tenure
