// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <cstdint>

#include "tenure/ownership/counted.hpp"

namespace tenure {

/// The counts of a value whose handles live in any number of threads: both in one atomic word, strong in the
/// lower half. So whether a handle is the only one is read in one step; with two words somebody could turn a
/// weak handle into a strong one between the two reads, and back.
class many_threads {
  static constexpr std::uint64_t one_strong = 1;
  static constexpr std::uint64_t one_weak = std::uint64_t{1} << 32;
  static constexpr std::uint32_t strong_in(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
  static constexpr std::uint32_t weak_in(std::uint64_t word) {
    return static_cast<std::uint32_t>(word >> 32);
  }

  std::atomic<std::uint64_t> word_;

  /// Release: what this thread did with the value comes before whatever the last one does with it.
  /// Acquire, by the last one: it comes after what all others did. Every change of the word is a
  /// read-modify-write, so the word as it is now continues the release sequences of all of them. (A fence
  /// would do the same, but ThreadSanitizer does not understand fences.)
  std::uint64_t drop(std::uint64_t one) noexcept { return word_.fetch_sub(one, std::memory_order_release); }
  bool last() const noexcept {
    static_cast<void>(word_.load(std::memory_order_acquire));
    return true;
  }

 public:
  constexpr many_threads(std::uint32_t strong, std::uint32_t weak) noexcept
      : word_{strong * one_strong + weak * one_weak} {}

  /// Release: a thread that upgrades a weak handle, kept while the value was made, sees the value.
  void add_first_strong() noexcept { word_.fetch_add(one_strong, std::memory_order_release); }
  /// Relaxed: this thread has a handle already, and passing the new one on to another thread synchronises.
  /// The test comes after the change; it would take 2^31 more threads at this very point for a count to wrap.
  void add_strong() noexcept {
    detail::require_countable(strong_in(word_.fetch_add(one_strong, std::memory_order_relaxed)));
  }
  void add_weak() noexcept {
    detail::require_countable(weak_in(word_.fetch_add(one_weak, std::memory_order_relaxed)));
  }
  /// Never from 0 to 1: the test and the change are one step. Acquire, to see the value that
  /// `add_first_strong` published; relaxed on failure, where nothing is read.
  bool try_add_strong() noexcept {
    std::uint64_t word = word_.load(std::memory_order_relaxed);
    do {
      if (strong_in(word) == 0) return false;
      detail::require_countable(strong_in(word));
    } while (!word_.compare_exchange_weak(word, word + one_strong, std::memory_order_acquire,
                                          std::memory_order_relaxed));
    return true;
  }
  /// Each says whether that was the last one.
  bool drop_strong() noexcept { return strong_in(drop(one_strong)) == 1 && last(); }
  bool drop_weak() noexcept { return weak_in(drop(one_weak)) == 1 && last(); }
  /// Acquire, as in `last`. No release: the value is yet to be moved out, and dropping the weak count that
  /// comes with it releases.
  bool drop_only_strong() noexcept {
    std::uint64_t word = word_.load(std::memory_order_relaxed);
    do {
      if (strong_in(word) != 1) return false;
    } while (!word_.compare_exchange_weak(word, word - one_strong, std::memory_order_acquire,
                                          std::memory_order_relaxed));
    return true;
  }

  /// Acquire: the only owner comes after what the others did before they dropped their handles.
  bool unique() const noexcept { return word_.load(std::memory_order_acquire) == one_strong + one_weak; }
  /// Relaxed: a number to look at, from which nothing may be concluded.
  std::uint32_t strong() const noexcept { return strong_in(word_.load(std::memory_order_relaxed)); }
  /// Without the weak count that the strong handles hold together.
  std::uint32_t weak_handles() const noexcept {
    std::uint64_t const word = word_.load(std::memory_order_relaxed);
    return strong_in(word) == 0 ? weak_in(word) : weak_in(word) - 1;
  }
};

/// A value with several owners in any threads: see `counted` for what it offers. Threads may use handles of
/// one value as they like; one handle may be read and cloned by several of them, and changed by one alone.
/// Source: Rust's `Arc`, with the bound that "Changing the rules of Rust" would give it.
template <class T>
using arc = counted<T, many_threads>;
template <class T>
using weak_arc = weak_counted<T, many_threads>;

template <class T>
inline constexpr auto name_of<arc<T>> = "tenure::arc<" + name_of<T> + ">";
template <class T>
inline constexpr auto name_of<weak_arc<T>> = "tenure::weak_arc<" + name_of<T> + ">";

/// Whoever has a handle may read the value while others do, and may be the one to end it: it takes both.
template <class T>
struct declare<marker::send, arc<T>> : when<is<marker::send, T>, is<marker::sync, T>> {};
template <class T>
struct declare<marker::sync, arc<T>> : when<is<marker::send, T>, is<marker::sync, T>> {};

}  // namespace tenure
