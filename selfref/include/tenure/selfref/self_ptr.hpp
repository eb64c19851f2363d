// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <type_traits>

#include "tenure/ownership/config.hpp"
#include "tenure/ownership/declare.hpp"
#include "tenure/ownership/sharing.hpp"
#include "tenure/ownership/text.hpp"
#include "tenure/selfref/transfer.hpp"

/// Pointers to somewhere in the same object, by the distance from their own address. All arithmetic is done
/// on integers: with `char*`, compilers may conclude that the result cannot be another member.
namespace tenure::selfref {

namespace rule {

/// [selfref.size] The distance must fit.
template <class Owner>
struct near_enough {
  static constexpr bool holds = sizeof(Owner) < std::size_t{1} << 31;
  static constexpr auto sentence() {
    return "[selfref.size] " + name_of<Owner> + " is larger than 2 GiB, too large for a self_ptr in it";
  }
};

}  // namespace rule

inline namespace TENURE_ABI {

/// A target in an object, on its way into a self_ptr of the same object: what `self_ptr<U>::to` gives. It is
/// no pointer yet, since where the self_ptr will lie is not known.
template <class U>
class [[nodiscard]] aim {
  U* target_;
#if TENURE_CHECKED
  std::uintptr_t first_;
  std::size_t size_;
#endif

 public:
  template <class Owner>
  aim(Owner& owner, U& target) noexcept
      : target_{std::addressof(target)}
#if TENURE_CHECKED
        ,
        first_{reinterpret_cast<std::uintptr_t>(std::addressof(owner))},
        size_{sizeof(Owner)}
#endif
  {
    static_cast<void>(owner);
    require_inside(target_, sizeof(U),
                   "[selfref.outside] self_ptr::to was given a target that is not in the owner");
  }
  aim(aim const&) = delete;
  aim& operator=(aim const&) = delete;

  /// The distance from `self`, which lies in the same object.
  std::int32_t from(void const* self) const noexcept {
    require_inside(self, sizeof(std::int32_t),
                   "[selfref.outside] a self_ptr was set that is not in the owner itself: make it a member");
    return static_cast<std::int32_t>(reinterpret_cast<std::uintptr_t>(target_) -
                                     reinterpret_cast<std::uintptr_t>(self));
  }

 private:
  void require_inside([[maybe_unused]] void const* what, [[maybe_unused]] std::size_t size,
                      [[maybe_unused]] char const* sentence) const noexcept {
#if TENURE_CHECKED
    std::uintptr_t const at = reinterpret_cast<std::uintptr_t>(what) - first_;
    expects(at < size_ && size <= size_ - at, sentence);
#endif
  }
};

/// A pointer to an object of type `U` somewhere in the same complete object. Four bytes, never null; const
/// access through a const one.
///
///   struct node { int a, b; self_ptr<int> at; };
///   n.at = self_ptr<int>::to(n, n.b);   *n.at = 7;
///
/// May point to: anything in the object that it is a member of, and that lies in no memory of its own (so not
/// to the elements of a vector). On move, copy and swap of the whole object: it is copied as bytes and leads
/// to the same part of the new object. On assignment of one self_ptr to another *of the same object*: wrong,
/// for the distance is from elsewhere; write `n.second = self_ptr<int>::to(n, *n.first)`. On destruction:
/// nothing. In a returned value: safe, also in registers. In a constant expression: it cannot be, since
/// addresses are no numbers there; use a self_tag.
template <class U>
class self_ptr {
  std::int32_t distance_;

  std::uintptr_t at() const noexcept {
    return reinterpret_cast<std::uintptr_t>(this) + static_cast<std::uintptr_t>(std::intptr_t{distance_});
  }

 public:
  using element_type = U;

  template <text Why = "[selfref.null] a self_ptr is never null: set it by to(), or use self_ptr_or_null">
  self_ptr()
      TENURE_REFUSED("[selfref.null] a self_ptr is never null: set it by to(), or use self_ptr_or_null");
  template <text Why = "[selfref.null] a self_ptr is never null: set it by to(), or use self_ptr_or_null">
  self_ptr(std::nullptr_t)
      TENURE_REFUSED("[selfref.null] a self_ptr is never null: set it by to(), or use self_ptr_or_null");

  /// What a self_ptr in `owner` is set to, to lead to `target`. Precondition: `target` lies in `owner`, and
  /// so does the self_ptr ([selfref.outside]). Error: [selfref.size].
  template <class Owner>
  static aim<U> to(Owner& owner, U& target) noexcept {
    static_assert(told<rule::near_enough<Owner>>());
    return aim<U>{owner, target};
  }

  self_ptr(aim<U> const& target) noexcept : distance_{target.from(this)} {}
  self_ptr& operator=(aim<U> const& target) noexcept {
    distance_ = target.from(this);
    return *this;
  }

  U* get() noexcept { return reinterpret_cast<U*>(at()); }
  U const* get() const noexcept { return reinterpret_cast<U const*>(at()); }
  U& operator*() noexcept { return *get(); }
  U const& operator*() const noexcept { return *get(); }
  U* operator->() noexcept { return get(); }
  U const* operator->() const noexcept { return get(); }

  /// Whether both lead to the same object.
  friend bool operator==(self_ptr const& a, self_ptr const& b) noexcept { return a.at() == b.at(); }
};

/// The same, or null, which it is at first. Its null is a distance that no object has, since 0 is that of the
/// object whose first member it is.
template <class U>
class self_ptr_or_null {
  static constexpr std::int32_t null = std::numeric_limits<std::int32_t>::min();
  std::int32_t distance_ = null;

  std::uintptr_t at() const noexcept {
    return reinterpret_cast<std::uintptr_t>(this) + static_cast<std::uintptr_t>(std::intptr_t{distance_});
  }
  void require_some() const noexcept {
    expects(distance_ != null, "[selfref.null] a self_ptr_or_null was followed that is null");
  }

 public:
  using element_type = U;

  constexpr self_ptr_or_null() noexcept = default;
  constexpr self_ptr_or_null(std::nullptr_t) noexcept {}

  /// As `self_ptr<U>::to`.
  template <class Owner>
  static aim<U> to(Owner& owner, U& target) noexcept {
    return self_ptr<U>::to(owner, target);
  }
  self_ptr_or_null(aim<U> const& target) noexcept : distance_{target.from(this)} {}
  self_ptr_or_null& operator=(aim<U> const& target) noexcept {
    distance_ = target.from(this);
    return *this;
  }

  constexpr explicit operator bool() const noexcept { return distance_ != null; }

  /// Null where it is null.
  U* get() noexcept { return *this ? reinterpret_cast<U*>(at()) : nullptr; }
  U const* get() const noexcept { return *this ? reinterpret_cast<U const*>(at()) : nullptr; }
  /// Precondition: not null ([selfref.null]).
  U& operator*() noexcept { return *operator->(); }
  U const& operator*() const noexcept { return *operator->(); }
  U* operator->() noexcept {
    require_some();
    return reinterpret_cast<U*>(at());
  }
  U const* operator->() const noexcept {
    require_some();
    return reinterpret_cast<U const*>(at());
  }

  friend bool operator==(self_ptr_or_null const& a, self_ptr_or_null const& b) noexcept {
    return a.get() == b.get();
  }
  friend constexpr bool operator==(self_ptr_or_null const& a, std::nullptr_t) noexcept {
    return a.distance_ == null;
  }
};

}  // namespace TENURE_ABI

template <class U>
struct relocate_traits<self_ptr<U>> : relocates_by<tier::realloc> {};
template <class U>
struct relocate_traits<self_ptr_or_null<U>> : relocates_by<tier::realloc> {};

}  // namespace tenure::selfref

/// It is a number, and leads to a part of the same object.
template <class Marker, class U>
struct tenure::declare<Marker, tenure::selfref::self_ptr<U>> : tenure::like<int> {};
template <class Marker, class U>
struct tenure::declare<Marker, tenure::selfref::self_ptr_or_null<U>> : tenure::like<int> {};
