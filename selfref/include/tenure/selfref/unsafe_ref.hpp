// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>

#include "tenure/ownership/declare.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/selfref/transfer.hpp"

namespace tenure::selfref {

/// The post's `'unsafe`: an address, for what no other reference here can express. One word, never null.
///
/// May point to: anything; that it is still there is the author's part. On move, copy, swap and assignment:
/// it leads to the same address as before, which for a reference into the object itself is the wrong one. So
/// its copying is not noexcept: a class with one has no noexcept move unless its author writes it, and is not
/// Transfer before there is a hook in its relocate_traits ([selfref.hook]). On destruction: nothing. In a
/// returned value: wrong if it leads into the value. In a constant expression: yes.
template <class U>
class unsafe_ref {
  U* target_;

 public:
  using element_type = U;

  constexpr explicit unsafe_ref(U& target TENURE_LIFETIMEBOUND) noexcept : target_{std::addressof(target)} {}
  unsafe_ref(U const&&) = delete;

  constexpr unsafe_ref(unsafe_ref const& other) noexcept(false) : target_{other.target_} {}
  constexpr unsafe_ref& operator=(unsafe_ref const& other) noexcept(false) {
    target_ = other.target_;
    return *this;
  }

  /// Leads to `target` from now on: for hooks.
  constexpr void reset(U& target) noexcept { target_ = std::addressof(target); }

  constexpr U* get() const noexcept { return target_; }
  constexpr U& operator*() const noexcept { return *target_; }
  constexpr U* operator->() const noexcept { return target_; }

  friend constexpr bool operator==(unsafe_ref const& a, unsafe_ref const& b) noexcept {
    return a.target_ == b.target_;
  }
};

template <class U>
struct relocate_traits<unsafe_ref<U>> {
  static constexpr bool needs_hook = true;
};

}  // namespace tenure::selfref

template <class Marker, class U>
struct tenure::declare<Marker, tenure::selfref::unsafe_ref<U>> : tenure::like<U*> {};
