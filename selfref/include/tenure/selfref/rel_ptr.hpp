// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "tenure/ownership/declare.hpp"
#include "tenure/ownership/sharing.hpp"
#include "tenure/selfref/transfer.hpp"

namespace tenure::selfref {

/// A pointer to elsewhere, kept as the distance from its own address: right in any mapping of a piece of
/// memory that holds both, at whatever address. Eight bytes, never null.
///
/// May point to: an object that stays where it is when this pointer moves; what moves along with it is a case
/// for self_ptr. On move, copy, swap and assignment: the distance is computed anew, so that it leads to the
/// same object. That is why it is not trivially copyable, and why memcpy breaks it unless the whole piece of
/// memory is copied. On relocation: bytes and one subtraction (tier::memcpy_fixup). On destruction: nothing.
/// In a returned value: safe. In a constant expression: it cannot be, since addresses are no numbers there.
template <class U>
class rel_ptr {
  std::intptr_t distance_;

  friend struct relocate_traits<rel_ptr>;

  std::uintptr_t at() const noexcept {
    return reinterpret_cast<std::uintptr_t>(this) + static_cast<std::uintptr_t>(distance_);
  }
  std::intptr_t distance_to(std::uintptr_t target) const noexcept {
    return static_cast<std::intptr_t>(target - reinterpret_cast<std::uintptr_t>(this));
  }

 public:
  using element_type = U;

  template <text Why = "[selfref.null] a rel_ptr is never null: give it a target, or hold it in an optional">
  rel_ptr()
      TENURE_REFUSED("[selfref.null] a rel_ptr is never null: give it a target, or hold it in an optional");
  explicit rel_ptr(U& target TENURE_LIFETIMEBOUND) noexcept
      : distance_{distance_to(reinterpret_cast<std::uintptr_t>(std::addressof(target)))} {}
  rel_ptr(U const&&) = delete;

  rel_ptr(rel_ptr const& other) noexcept : distance_{distance_to(other.at())} {}
  rel_ptr& operator=(rel_ptr const& other) noexcept {
    distance_ = distance_to(other.at());
    return *this;
  }

  U* get() const noexcept { return reinterpret_cast<U*>(at()); }
  U& operator*() const noexcept { return *get(); }
  U* operator->() const noexcept { return get(); }

  friend bool operator==(rel_ptr const& a, rel_ptr const& b) noexcept { return a.at() == b.at(); }
};

template <class U>
struct relocate_traits<rel_ptr<U>> {
  static void fix_up(rel_ptr<U>* first, std::size_t n, std::ptrdiff_t delta) noexcept {
    for (std::size_t i = 0; i < n; ++i) first[i].distance_ -= delta;
  }
};

}  // namespace tenure::selfref

template <class Marker, class U>
struct tenure::declare<Marker, tenure::selfref::rel_ptr<U>> : tenure::like<U*> {};
