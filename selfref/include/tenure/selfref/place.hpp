// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdlib>
#include <string_view>
#include <type_traits>

#include "tenure/ownership/text.hpp"

/// A place: a member of a class, named by a pointer-to-member. It is the same in every value of the class,
/// wherever that lies, so what refers to a place has nothing to mend when the value moves.
/// Source: place-based lifetimes, `&'self.data str`, of N. Matsakis and Y. Wuyts.
namespace tenure::selfref {

namespace detail {

template <class>
struct place_traits {
  static constexpr bool is_place = false;
};
template <class Owner, class Member>
  requires std::is_object_v<Member>
struct place_traits<Member Owner::*> {
  static constexpr bool is_place = true;
  using owner = Owner;
  using member = Member;
};

template <auto Place>
using traits_of = place_traits<std::remove_cv_t<decltype(Place)>>;

/// So that places of different types can be compared.
template <auto Place>
struct place_constant {};

/// A place as the compiler spells it: `&cat::data`.
template <auto Place>
consteval auto name_of_place() {
  constexpr auto whole = tenure::name_of<place_constant<Place>>;
  constexpr std::size_t start = std::string_view{whole}.find('<') + 1;
  text<whole.size() - start - 1> name;
  for (std::size_t i = 0; i < name.size(); ++i) name.chars[i] = whole.chars[start + i];
  return name;
}

/// What a refused look-up returns, so that one mistake gives one error.
template <class T>
[[noreturn]] T& nowhere() {
  std::abort();
}

template <auto A, auto B>
inline constexpr bool same_place = std::is_same_v<place_constant<A>, place_constant<B>>;

}  // namespace detail

/// `Place` is a pointer to a data member.
template <auto Place>
concept DataMember = detail::traits_of<Place>::is_place;

namespace rule {

/// [selfref.owner] A place is looked up in a value of the class it is a member of.
template <class Owner, class Given>
struct owner {
  static constexpr bool holds = std::derived_from<std::remove_cv_t<Given>, Owner>;
  static constexpr auto sentence() {
    return "[selfref.owner] this refers to a member of " + name_of<Owner> +
           ", so it cannot be resolved in a " + name_of<Given> + ": give in() the value that it lies in";
  }
};

}  // namespace rule

}  // namespace tenure::selfref
