// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/selfref/place.hpp"

namespace tenure::selfref {

/// A reference to the sibling member `Place`. It stores nothing: with `[[no_unique_address]]` it takes no
/// byte, and it is resolved as fast as the member itself.
///
///   struct ring { int slots[8]; int head; [[no_unique_address]] self_field<&ring::head> cursor; };
///   r.cursor.in(r) = 3;
///
/// May point to: that member, declared before. On move, copy, swap, assignment, destruction and in a returned
/// value: nothing happens, for it says the same of every owner. In a constant expression: yes.
template <auto Place>
  requires DataMember<Place>
struct self_field {
  using owner_type = typename detail::traits_of<Place>::owner;
  using value_type = typename detail::traits_of<Place>::member;

  /// The member of `owner`: const where `owner` is. Error: [selfref.owner].
  template <class Owner>
  static constexpr decltype(auto) in(Owner& owner) noexcept {
    if constexpr (enforce<rule::owner<owner_type, Owner>>()) {
      return (owner.*Place);
    } else {
      return detail::nowhere<value_type>();
    }
  }

  friend constexpr bool operator==(self_field, self_field) = default;
};

}  // namespace tenure::selfref
