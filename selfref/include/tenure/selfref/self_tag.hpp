// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "tenure/ownership/declare.hpp"
#include "tenure/selfref/place.hpp"

namespace tenure::selfref {

namespace rule {

/// [selfref.range] Only what was listed can be chosen.
template <auto Chosen, auto First, auto... Rest>
struct alternative {
  static constexpr bool holds =
      detail::same_place<Chosen, First> || (detail::same_place<Chosen, Rest> || ...);
  static constexpr auto sentence() {
    return "[selfref.range] " + detail::name_of_place<Chosen>() +
           " is none of the members that this self_tag chooses from: " +
           (detail::name_of_place<First>() + ... + (", " + detail::name_of_place<Rest>()));
  }
};

/// [selfref.owner] One reference has one type.
template <class First, class... Rest>
struct one_type {
  static constexpr bool holds = (std::is_same_v<First, Rest> && ...);
  static constexpr auto sentence() {
    return "[selfref.owner] the members of this self_tag are of different types, (" +
           names_of<First, Rest...> + "): look at the chosen one with visit(owner, f)";
  }
};

}  // namespace rule

/// A reference to one of several sibling members, which can be chosen anew. One byte; never null: at first
/// it is the first.
///
///   struct pick { int a, b; self_tag<&pick::a, &pick::b> which; };
///   p.which.set<&pick::b>();  p.which.in(p) = 7;
///
/// May point to: the members listed, declared before. On move, copy, swap and assignment: the choice goes
/// along, and means the member of the new owner. On destruction: nothing. In a returned value: safe. In a
/// constant expression: yes, the tag is looked up in a table of pointers-to-member (a byte offset could not).
template <auto First, auto... Rest>
  requires(DataMember<First> && (DataMember<Rest> && ...) && sizeof...(Rest) < 256)
class self_tag {
  std::uint8_t chosen_ = 0;

 public:
  using owner_type = typename detail::traits_of<First>::owner;

  constexpr self_tag() noexcept = default;

  /// Chooses the member `Place`. Error: [selfref.range].
  template <auto Place>
  constexpr void set() noexcept {
    if constexpr (enforce<rule::alternative<Place, First, Rest...>>()) {
      bool const is[]{detail::same_place<Place, First>, detail::same_place<Place, Rest>...};
      chosen_ = 0;
      while (!is[chosen_]) ++chosen_;
    }
  }

  /// One of these, with `Place` chosen.
  template <auto Place>
  static constexpr self_tag to() noexcept {
    self_tag made;
    made.template set<Place>();
    return made;
  }

  template <auto Place>
  constexpr bool is() const noexcept {
    return *this == to<Place>();
  }

  /// Which of the members, counted from 0 in the order of the template arguments.
  constexpr std::size_t index() const noexcept { return chosen_; }

  /// The chosen member of `owner`: const where `owner` is. The members are of one type. Errors:
  /// [selfref.owner].
  template <class Owner>
  constexpr decltype(auto) in(Owner& owner) const noexcept {
    if constexpr (enforce<rule::owner<owner_type, Owner>>() &&
                  enforce<rule::one_type<typename detail::traits_of<First>::member,
                                         typename detail::traits_of<Rest>::member...>>()) {
      constexpr typename detail::traits_of<First>::member owner_type::* places[]{First, Rest...};
      return (owner.*places[chosen_]);
    } else {
      return detail::nowhere<typename detail::traits_of<First>::member>();
    }
  }

  /// Calls `f` with the chosen member of `owner`. The members may be of different types; `f` returns the same
  /// for all.
  template <class Owner, class F>
  constexpr decltype(auto) visit(Owner& owner, F&& f) const {
    if constexpr (enforce<rule::owner<owner_type, Owner>>()) {
      return visit_from<0, First, Rest...>(owner, f);
    }
  }

  friend constexpr bool operator==(self_tag, self_tag) = default;

 private:
  template <std::size_t I, auto Place, auto... More, class Owner, class F>
  constexpr decltype(auto) visit_from(Owner& owner, F& f) const {
    if constexpr (sizeof...(More) == 0) {
      return f(owner.*Place);
    } else {
      return chosen_ == I ? f(owner.*Place) : visit_from<I + 1, More...>(owner, f);
    }
  }
};

}  // namespace tenure::selfref

/// It is a number, and what it chooses is a part of the same object.
template <class Marker, auto First, auto... Rest>
struct tenure::declare<Marker, tenure::selfref::self_tag<First, Rest...>> : tenure::like<int> {};
