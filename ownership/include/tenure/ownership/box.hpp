// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/ownership/slot.hpp"

namespace tenure::inline TENURE_ABI {

template <class T>
class box;

/// Heap storage for one `T` that holds no value: what is left of a box when its content was taken out.
/// One word. Its end frees the storage; checked builds trap when the content is still lent then.
template <class T>
class TENURE_CONSUMABLE(unconsumed) TENURE_TRIVIAL_ABI [[nodiscard]] vacant_box
    : affine<"[ownership.affine] a vacant_box is moved, never copied: write std::move", vacant_box<T>> {
  slot<T>* storage_;

  constexpr explicit vacant_box(slot<T>* storage) noexcept : storage_{storage} {}
  constexpr slot<T>& live() const noexcept {
    expects(storage_ != nullptr, "[ownership.affine] a vacant_box was used after it was moved from");
    return *storage_;
  }
  constexpr box<T> holding(own<T> content) noexcept {
    detail::own_access::give_up(std::move(content));
    return box<T>{std::exchange(storage_, nullptr)};
  }
  friend box<T>;

 public:
  /// Allocates. Throws what `operator new` throws.
  TENURE_RETURNS(unconsumed)
  constexpr vacant_box() : storage_{new slot<T>} {}
  constexpr vacant_box(vacant_box&& other) noexcept : storage_{std::exchange(other.storage_, nullptr)} {}
  vacant_box(vacant_box const&) = default;  // deleted by the base, whose name says why
  constexpr vacant_box& operator=(vacant_box&& other) noexcept {
    vacant_box dying{std::exchange(storage_, std::exchange(other.storage_, nullptr))};
    return *this;
  }
  vacant_box& operator=(vacant_box const&) = default;
  constexpr ~vacant_box() { delete storage_; }

  /// Constructs a value in the storage. When that throws, the storage is freed. Consumes the vacant box.
  template <class... Args>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed) constexpr box<T> emplace(Args&&... args) && {
    return holding(live().emplace(std::forward<Args>(args)...));
  }
  /// Constructs what `make()` returns in the storage, by elision. Consumes the vacant box.
  template <class F>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed) constexpr box<T> emplace_with(F&& make) && {
    return holding(live().emplace_with(make));
  }
  /// Puts back the content that was taken out of this very box. Consumes both.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  constexpr box<T> put_back(own<T> content) && noexcept {
    expects(content.get() == live().place(),
            "[ownership.box] a box got back a value that was not taken out of it");
    return holding(std::move(content));
  }
};

/// A value on the heap. One word, never empty, moved and never copied; access is deep: through a const box
/// the value is const.
/// The content can be taken out as an own and put back, without a move of the value and without a
/// new allocation: `auto [home, content] = std::move(b).take_out();`.
/// Source: Rust's Box, whose content can be moved out; the typestate of an emptied box is ours.
template <class T>
class TENURE_CONSUMABLE(unconsumed) TENURE_TRIVIAL_ABI [[nodiscard]] box
    : affine<"[ownership.affine] a box is moved, never copied: write std::move", box<T>> {
  slot<T>* storage_;

  constexpr explicit box(slot<T>* full) noexcept : storage_{full} {}
  constexpr T* live() const noexcept {
    expects(storage_ != nullptr, "[ownership.affine] a box was used after it was moved from");
    return storage_->place();
  }
  constexpr own<T> content() const noexcept { return own<T>::from_raw(live()); }
  friend vacant_box<T>;

 public:
  using element_type = T;

  /// Allocates and constructs `T(args...)`. What `operator new` or the constructor throws passes through.
  template <class... Args>
  static constexpr box make(Args&&... args) {
    return vacant_box<T>{}.emplace(std::forward<Args>(args)...);
  }
  /// Allocates and constructs what `make()` returns in place: `T` may be immovable.
  template <class F>
  static constexpr box make_with(F&& make) {
    return vacant_box<T>{}.emplace_with(make);
  }

  constexpr box(box&& other) noexcept : storage_{std::exchange(other.storage_, nullptr)} {}
  box(box const&) = default;  // deleted by the base, whose name says why
  constexpr box& operator=(box&& other) noexcept {
    box dying{std::exchange(storage_, std::exchange(other.storage_, nullptr))};
    return *this;
  }
  box& operator=(box const&) = default;
  constexpr ~box() {
    if (storage_ == nullptr) return;
    {
      auto dying = content();
    }
    delete storage_;
  }

  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T& operator*() noexcept TENURE_LIFETIMEBOUND { return *live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const& operator*() const noexcept TENURE_LIFETIMEBOUND { return *live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* operator->() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* operator->() const noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* get() noexcept TENURE_LIFETIMEBOUND { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* get() const noexcept TENURE_LIFETIMEBOUND { return live(); }

  /// Moves the value out and frees the storage. Needs Move. Consumes the box.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] constexpr T take() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    if constexpr (enforce<rule::move<T>>()) {
      auto [home, value] = std::move(*this).take_out();
      return std::move(value).take();
    } else {
      std::abort();
    }
  }

  /// The storage and its content, apart: `auto [home, content] = std::move(b).take_out();`. The value stays
  /// where it is, so `T` may be immovable. Ends in the right order, content first. Consumes the box.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  constexpr pieces<vacant_box<T>, own<T>> take_out() && noexcept {
    auto value = content();
    return {vacant_box<T>{std::exchange(storage_, nullptr)}, std::move(value)};
  }

  /// Keeps the value and its storage alive for ever. Needs Leak. Consumes the box.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  constexpr T& leak() && noexcept {
    static_cast<void>(enforce<rule::leak<T>>());
    T* const value = live();
    storage_ = nullptr;
    return *value;
  }
};

}  // namespace tenure::inline TENURE_ABI

namespace tenure {

/// Moving a box does not move the value, and assigning one is a write; in everything else it is as its value
/// is.
template <class Marker, class T>
struct declare<Marker, box<T>> : like<T> {};
template <class T>
struct declare<marker::move, box<T>> : yes {};
template <class T>
struct declare<marker::transfer, box<T>> : yes {};
template <class T>
struct declare<marker::synchronised, box<T>> : no {};
template <class T>
struct declare<marker::destructure, box<T>> : no {};

template <class Marker, class T>
struct declare<Marker, vacant_box<T>> : yes {};
template <class T>
struct declare<marker::synchronised, vacant_box<T>> : no {};
template <class T>
struct declare<marker::destructure, vacant_box<T>> : no {};

}  // namespace tenure
