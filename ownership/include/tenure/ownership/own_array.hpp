// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include "tenure/ownership/slot.hpp"

namespace tenure::inline TENURE_ABI {

/// `&own [T]`: owns a run of values in storage that is borrowed. Two words: where, and how many.
/// It drops them in reverse order.
template <class T>
class TENURE_CONSUMABLE(unconsumed) TENURE_TRIVIAL_ABI [[nodiscard]] own<T[]>
    : affine<"[ownership.affine] an own is moved, never copied: write std::move", own<T[]>> {
  T* first_;
  std::size_t size_;

  constexpr own(T* first, std::size_t size) noexcept : first_{first}, size_{size} {}

  constexpr T* live() const noexcept {
    expects(first_ != nullptr, "[ownership.affine] an own was used after it was moved from");
    return first_;
  }

 public:
  using element_type = T;

  constexpr own(own&& other) noexcept
      : first_{std::exchange(other.first_, nullptr)}, size_{std::exchange(other.size_, 0)} {}
  own(own const&) = default;  // deleted by the base, whose name says why

  /// Drops the values owned so far, if any, and owns the other's.
  constexpr own& operator=(own&& other) noexcept {
    own dying{std::exchange(first_, std::exchange(other.first_, nullptr)),
              std::exchange(size_, std::exchange(other.size_, 0))};
    return *this;
  }
  own& operator=(own const&) = default;

  constexpr ~own() {
    if (size_ == 0) return;
    for (std::size_t i = size_; i-- > 0;) std::destroy_at(first_ + i);
    loans::end(first_);
  }

  /// Owns the `size` values from `first` on. The one unsafe door.
  /// Precondition: live values that nothing else owns, in one array.
  static constexpr own from_raw(T* first, std::size_t size) noexcept {
    expects(first != nullptr, "[ownership.null] own::from_raw needs values, and was given a null pointer");
    return own{first, size};
  }

  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr std::size_t size() const noexcept { return size_; }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr bool empty() const noexcept { return size_ == 0; }
  /// Precondition: `i < size()`.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T& operator[](std::size_t i) noexcept TENURE_LIFETIMEBOUND { return live()[within(i)]; }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const& operator[](std::size_t i) const noexcept TENURE_LIFETIMEBOUND {
    return live()[within(i)];
  }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* get() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* get() const noexcept TENURE_LIFETIMEBOUND { return live(); }
  /// The values, one after the other.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* data() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* data() const noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* begin() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* end() noexcept TENURE_LIFETIMEBOUND { return live() + size_; }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* begin() const noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* end() const noexcept TENURE_LIFETIMEBOUND { return live() + size_; }

  /// The first `count` values and the others, each owned: `auto [front, back] = std::move(o).split_at(n);`.
  /// Precondition: `count <= size()`. Consumes the own.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  constexpr pieces<own, own> split_at(std::size_t count) && noexcept {
    T* const first = live();
    expects(count <= size_, "[ownership.bounds] an own of an array was split past its end");
    std::size_t const rest = size_ - count;
    if (size_ != 0) loans::divide(first, std::size_t{count != 0} + std::size_t{rest != 0});
    first_ = nullptr;
    size_ = 0;
    return {own{first, count}, own{first + count, rest}};
  }

  /// Gives the values up to a raw pointer. Needs Leak. The storage stays lent. Consumes the own.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] constexpr T* release() && noexcept {
    static_cast<void>(enforce<rule::leak<T>>());
    T* const first = live();
    first_ = nullptr;
    size_ = 0;
    return first;
  }

 private:
  constexpr std::size_t within(std::size_t i) const noexcept {
    expects(i < size_, "[ownership.bounds] an own of an array was indexed past its end");
    return i;
  }
};

/// Storage for `N` values in a row, lent out as one `own<T[]>`. Not for constant expressions: there an array
/// cannot come to life element by element.
template <class T, std::size_t N>
class slot<T[N]> {
  static_assert(told<rule::storable<T>>());

  union {
    detail::nothing none_{};
    T values_[N];
  };
  [[no_unique_address]] loans_of<slot> loans_;

  void require_free() const noexcept {
    loans_.require_none("[ownership.lent] a slot was filled while its values are lent: end the own first");
  }

 public:
  using value_type = T[N];

  constexpr slot() noexcept {}
  slot(slot const&) = delete;
  slot& operator=(slot const&) = delete;
  constexpr ~slot() {
    loans_.require_none(
        "[ownership.outlives] a slot ended while its values are lent: declare the slot before the own, "
        "and end the own first");
  }

  /// Constructs `N` values, each as `T(args...)`. Precondition: nothing is lent.
  /// When a constructor throws, the values made so far are dropped in reverse order and the slot is as it
  /// was.
  template <class... Args>
  own<T[]> emplace(Args const&... args) TENURE_LIFETIMEBOUND {
    if constexpr (enforce<rule::emplace<T, Args const&...>>()) {
      return emplace_each([&](std::size_t) { return T(args...); });
    } else {
      std::abort();
    }
  }

  /// Constructs the values `make(0)`, `make(1)`, ... each in its place, by elision: `T` may be immovable.
  template <class F>
  own<T[]> emplace_each(F&& make) TENURE_LIFETIMEBOUND {
    if constexpr (enforce<rule::emplace_with<T, std::invoke_result_t<F&, std::size_t>>>()) {
      require_free();
      struct partial {
        T* first;
        std::size_t count = 0;
        ~partial() {
          while (count > 0) std::destroy_at(first + --count);
        }
      } made{values_};
      for (; made.count < N; ++made.count) {
        auto make_this = [&] { return make(made.count); };
        detail::construct_from(values_ + made.count, make_this);
      }
      made.count = 0;  // all there: they belong to the own from here on
      require_free();  // what made the values may have filled this very slot
      loans_.lend(values_, sizeof(values_));
      return own<T[]>::from_raw(values_, N);
    } else {
      std::abort();
    }
  }
};

}  // namespace tenure::inline TENURE_ABI
