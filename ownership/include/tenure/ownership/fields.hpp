// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/pfr/core.hpp>
#include <boost/pfr/ops_fields.hpp>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include "tenure/ownership/structure.hpp"

/// Work on the fields of an aggregate: access by position, comparison, hashing. The only door to Boost.PFR.
///
/// Which fields there are is answered by `structure.hpp`. PFR does the work on types on which its own counter
/// can neither fail nor lie; access by position falls back on the ladder for all others. Printing, which
/// needs streams, is in `fields_io.hpp`.
namespace tenure {

/// May a field of type `T` be shown to PFR's counter? Numbers, enumerators, pointers and what is copied byte
/// by byte always. PFR cannot count a class that claims to be copyable and is not, such as
/// `std::vector<std::unique_ptr<int>>`, and takes a reference for a value; nobody can tell from outside, so
/// other classes are refused until they are specialised here:
///
///   template <> inline constexpr bool tenure::pfr_field<app::name> = true;
template <class T>
inline constexpr bool pfr_field = !std::is_reference_v<T> && std::is_trivially_copyable_v<T>;
template <class C, class T, class A>
inline constexpr bool pfr_field<std::basic_string<C, T, A>> = true;

namespace detail {

template <class... Fields>
consteval bool pfr_fields(type_list<Fields...>) {
  return (pfr_field<std::remove_const_t<Fields>> && ...);
}

template <class... Fields>
consteval bool all_comparable(type_list<Fields...>) {
  return requires {
    (static_cast<bool>(std::declval<Fields const&>() == std::declval<Fields const&>()), ...);
  };
}
template <class... Fields>
consteval bool all_ordered(type_list<Fields...>) {
  return requires {
    (static_cast<bool>(std::declval<Fields const&>() < std::declval<Fields const&>()), ...);
  };
}
template <class... Fields>
consteval bool all_hashable(type_list<Fields...>) {
  return requires { (std::hash<std::remove_const_t<Fields>>{}(std::declval<Fields const&>()), ...); };
}

template <std::size_t I>
struct pick {
  template <class First, class... Rest>
  constexpr auto& operator()(First& first, Rest&... rest) const {
    if constexpr (I == 0) {
      return first;
    } else {
      return pick<I - 1>{}(rest...);
    }
  }
};

}  // namespace detail

/// An aggregate on which PFR's answers are right.
template <class T>
concept PfrSafe = Structured<T> && detail::pfr_fields(field_types<T>{});

/// The field at position `I` of `t`, as an lvalue: const where `t` or the field is.
template <std::size_t I, Structured T>
  requires(I < field_count<T>)
constexpr auto& field_at(T& t) {
  if constexpr (PfrSafe<T>) {
    return boost::pfr::get<I>(t);
  } else {
    return with_fields(t, detail::pick<I>{});
  }
}

/// Are all fields equal, from the first on?
template <PfrSafe T>
  requires(detail::all_comparable(field_types<T>{}))
constexpr bool fields_equal(T const& a, T const& b) {
  return boost::pfr::eq_fields(a, b);
}

/// Does `a` come before `b` in the lexicographical order of the fields?
template <PfrSafe T>
  requires(detail::all_ordered(field_types<T>{}))
constexpr bool fields_less(T const& a, T const& b) {
  return boost::pfr::lt_fields(a, b);
}

/// A hash of all fields. Equal fields give equal hashes, within one run of the program.
template <PfrSafe T>
  requires(detail::all_hashable(field_types<T>{}))
std::size_t hash_fields(T const& t) {
  return boost::pfr::hash_fields(t);
}

}  // namespace tenure
