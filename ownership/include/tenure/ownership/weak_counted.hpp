// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/slot.hpp"

namespace tenure {

/// So many strong, or weak, handles of one value may exist. Who makes more has forgotten them; one more
/// ends the program, in unchecked builds too, before a count could wrap and free what is in use.
inline constexpr std::uint32_t most_handles = 0x7fff'ffff;

namespace detail {

constexpr void require_countable(std::uint32_t handles) noexcept {
  if (handles >= most_handles)
    trap("[ownership.count] there are more handles of one value than can be counted");
}

template <class T, class Counts>
struct counted_block {
  Counts counts;
  union {
    nothing none{};
    T value;
  };

  constexpr explicit counted_block(std::uint32_t strong) noexcept : counts{strong, 1} {}
  constexpr ~counted_block() {}
};

}  // namespace detail

inline namespace TENURE_ABI {

template <class T, class Counts>
class counted;

/// A handle that does not keep the value alive: `rc<T>::weak_type`, `arc<T>::weak_type`. One word, moved and
/// never copied; `clone()` makes another one. Empty when made by default or moved from.
template <class T, class Counts>
class TENURE_TRIVIAL_ABI [[nodiscard]] weak_counted
    : affine<"[ownership.affine] a weak_rc or weak_arc is moved, never copied: write clone() for another one",
             weak_counted<T, Counts>> {
  using block = detail::counted_block<T, Counts>;
  block* block_ = nullptr;

  constexpr explicit weak_counted(block* counted_already) noexcept : block_{counted_already} {}
  friend counted<T, Counts>;

  /// Not inlined: GCC cannot know that a count is not yet zero, and would warn of uses after this.
  [[gnu::noinline]] static constexpr void free(block* unused) noexcept { delete unused; }

 public:
  using element_type = T;

  /// An empty handle: it allocates nothing and never upgrades.
  constexpr weak_counted() noexcept = default;
  constexpr weak_counted(weak_counted&& other) noexcept : block_{std::exchange(other.block_, nullptr)} {}
  weak_counted(weak_counted const&) = default;  // deleted by the base, whose name says why
  constexpr weak_counted& operator=(weak_counted&& other) noexcept {
    weak_counted ended{std::exchange(block_, std::exchange(other.block_, nullptr))};
    return *this;
  }
  weak_counted& operator=(weak_counted const&) = default;
  /// Frees the storage if this was the last handle of either kind.
  constexpr ~weak_counted() {
    if (block_ != nullptr && block_->counts.drop_weak()) free(block_);
  }

  /// A strong handle if the value is still alive, else nothing.
  [[nodiscard]] constexpr std::optional<counted<T, Counts>> upgrade() const noexcept {
    if (block_ == nullptr || !block_->counts.try_add_strong()) return std::nullopt;
    return counted<T, Counts>{block_};
  }
  constexpr weak_counted clone() const noexcept {
    if (block_ != nullptr) block_->counts.add_weak();
    return weak_counted{block_};
  }

  /// How many strong handles there are; 0 once the value is gone. Where other threads hold handles, the
  /// numbers may be old when they are read.
  constexpr std::size_t strong_count() const noexcept {
    return block_ == nullptr ? 0 : block_->counts.strong();
  }
  /// How many weak handles there are, this one included.
  constexpr std::size_t weak_count() const noexcept {
    return block_ == nullptr ? 0 : block_->counts.weak_handles();
  }
  /// Are both handles of the same value, or both empty?
  constexpr bool ptr_eq(weak_counted const& other) const noexcept { return block_ == other.block_; }
};

}  // namespace TENURE_ABI

}  // namespace tenure
