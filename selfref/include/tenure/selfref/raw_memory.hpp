// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>
#include <stdexcept>

#include "tenure/selfref/runs.hpp"

namespace tenure::selfref::rule {

/// [selfref.allocator] The elements are found by plain pointers.
template <class Allocator>
struct plain_pointers {
  using pointer = typename std::allocator_traits<Allocator>::pointer;
  static constexpr bool holds = std::is_pointer_v<pointer>;
  static constexpr auto sentence() {
    return "[selfref.allocator] " + name_of<Allocator> + " hands out " + name_of<pointer> +
           ": transfer_vector keeps plain pointers; use an allocator that gives those";
  }
};

}  // namespace tenure::selfref::rule

namespace tenure::selfref::detail::inline TENURE_ABI {

/// Throws it; ends the program where there are no exceptions.
template <class Exception>
[[noreturn]] void fail(Exception const& with) {
#if defined(__cpp_exceptions)
  throw with;
#else
  trap(with.what());
#endif
}

/// Memory for the elements of a vector. It owns the memory and knows nothing of which elements live in it.
///
/// With `std::allocator` the memory comes from `malloc`, so that elements of the tier `realloc` may grow by
/// `std::realloc`: for large blocks the C library then maps the same pages elsewhere, and nothing is copied.
/// A replaced `operator new` is not asked. Any other allocator is used as it is.
template <class T, class Allocator>
class raw_memory {
  static_assert(told<rule::plain_pointers<Allocator>>());
  using traits = std::allocator_traits<Allocator>;

  T* first_ = nullptr;
  std::size_t capacity_ = 0;
  [[no_unique_address]] Allocator allocator_;

  static constexpr bool by_malloc = std::is_same_v<Allocator, std::allocator<T>>;
  static constexpr bool by_realloc =
      by_malloc && alignof(T) <= alignof(std::max_align_t) &&
      (relocation_tier<T> == tier::realloc || relocation_tier<T> == tier::memcpy_fixup);

  constexpr T* allocate(std::size_t count) {
    if (by_malloc && !std::is_constant_evaluated()) {
      void* const block = alignof(T) <= alignof(std::max_align_t)
                              ? std::malloc(count * sizeof(T))
                              : std::aligned_alloc(alignof(T), count * sizeof(T));
      if (block == nullptr) fail(std::bad_alloc{});
      return static_cast<T*>(block);
    }
    return traits::allocate(allocator_, count);
  }
  constexpr void release() noexcept {
    if (first_ == nullptr) return;
    if (by_malloc && !std::is_constant_evaluated()) return std::free(first_);
    traits::deallocate(allocator_, first_, capacity_);
  }

  void reallocate(std::size_t live, std::size_t capacity) {
    lift_poison(first_, live * sizeof(T));
    [[maybe_unused]] auto const old = reinterpret_cast<std::uintptr_t>(first_);
    void* const block = std::realloc(static_cast<void*>(first_), capacity * sizeof(T));
    if (block == nullptr) fail(std::bad_alloc{});
    first_ = static_cast<T*>(block);
    capacity_ = capacity;
    if constexpr (relocation_tier<T> == tier::memcpy_fixup) {
      auto const delta = static_cast<std::ptrdiff_t>(reinterpret_cast<std::uintptr_t>(block) - old);
      if (delta != 0) fix_up(std::launder(first_), live, delta);
    }
  }

 public:
  constexpr explicit raw_memory(Allocator const& allocator) noexcept : allocator_(allocator) {}
  constexpr raw_memory(raw_memory&& other) noexcept
      : first_{std::exchange(other.first_, nullptr)},
        capacity_{std::exchange(other.capacity_, 0)},
        allocator_(std::move(other.allocator_)) {}
  raw_memory(raw_memory const&) = delete;
  raw_memory& operator=(raw_memory const&) = delete;
  constexpr ~raw_memory() { release(); }

  constexpr T* first() const noexcept { return first_; }
  constexpr std::size_t capacity() const noexcept { return capacity_; }
  constexpr Allocator& allocator() noexcept { return allocator_; }
  constexpr Allocator const& allocator() const noexcept { return allocator_; }

  constexpr std::size_t most() const noexcept {
    auto const addressable = std::numeric_limits<std::ptrdiff_t>::max() / std::ptrdiff_t{sizeof(T)};
    auto const offered = by_malloc ? static_cast<std::size_t>(-1) : traits::max_size(allocator_);
    return static_cast<std::size_t>(addressable) < offered ? static_cast<std::size_t>(addressable) : offered;
  }

  /// The memory changes hands, not the allocator.
  constexpr void swap_blocks(raw_memory& other) noexcept {
    std::swap(first_, other.first_);
    std::swap(capacity_, other.capacity_);
  }

  /// Room for `capacity` elements. The `live` ones at the front go along, and those from `at` on leave room
  /// for `gap` more in front of them. Precondition: all that fits.
  /// Throws where there is no memory, or no such size; then nothing has changed.
  constexpr void resize(std::size_t live, std::size_t capacity, std::size_t at, std::size_t gap) {
    if (capacity > most())
      fail(std::length_error{"[selfref.bounds] a transfer_vector is never longer than max_size()"});
    if constexpr (by_realloc) {
      if (!std::is_constant_evaluated()) {
        reallocate(live, capacity);
        return relocate_run(allocator_, first_ + at, live - at, first_ + at + gap);
      }
    }
    T* const fresh = allocate(capacity);
    relocate_run(allocator_, first_, at, fresh);
    relocate_run(allocator_, first_ + at, live - at, fresh + at + gap);
    release();
    first_ = fresh;
    capacity_ = capacity;
  }
};

}  // namespace tenure::selfref::detail::inline TENURE_ABI
