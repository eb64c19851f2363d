// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenure/ownership/ladder.hpp"

/// Counts the fields of an aggregate, or says that it cannot. What is answered is told in `structure.hpp`.
///
/// Boost.PFR's counter is a hard error for everyday ownership types, so the count is our own. Two syntaxes
/// disagree exactly where counting goes wrong: braces fill a C array's elements one by one (brace elision),
/// parentheses (C++20) do not. A count is believed only when both accept it and one field more is refused.
namespace tenure {

namespace detail {

/// Becomes whatever a field asks for. It prefers to become a value; the qualifiers rank it below a field
/// type's own constructor template, so that a greedy one makes nothing ambiguous.
struct any_field {
  any_field() = default;
  any_field(any_field const&) = delete;
  template <class U>
  operator U() const;
  template <class U>
  operator U&() const volatile;
};

/// The same for use in `T(x)`. It does not become a `T`, which would be copied instead of filled, nor a
/// union, which may be an anonymous one that cannot be bound.
template <class T>
struct only_field {
  only_field() = default;
  only_field(only_field const&) = delete;
  template <class U>
    requires(!std::is_same_v<std::remove_cv_t<U>, T> && !std::is_union_v<U>)
  operator U() const;
  template <class U>
    requires(!std::is_same_v<std::remove_cv_t<U>, T> && !std::is_union_v<U>)
  operator U&() const volatile;
};

/// Becomes a base of `T` only.
template <class T>
struct any_base {
  any_base() = default;
  any_base(any_base const&) = delete;
  template <class U>
    requires(std::is_base_of_v<U, T> && !std::is_same_v<std::remove_cv_t<U>, T>)
  operator U() const;
};

template <class Field, std::size_t>
using repeat = Field;

template <class Field, std::size_t... I>
consteval auto repeated(std::index_sequence<I...>) {
  return type_list<repeat<Field, I>...>{};
}
/// A list of `N` times `Field`.
template <class Field, std::size_t N>
using times = decltype(repeated<Field>(std::make_index_sequence<N>{}));

/// Is a `T` filled by `Front` fields, then `Middle` times `{}`, then `Back` fields?
template <class T, std::size_t Front, std::size_t Middle = 0, std::size_t Back = 0>
inline constexpr bool fits =
    rung<Middle>::template fits<T>(times<any_field, Front>{}, times<any_field, Back>{});

template <class T, class... Field>
consteval bool fits_without_elision(type_list<Field...>) {
  return requires { T(Field{}...); };
}
template <class T, class... Field>
consteval bool fits_one_in_braces_more(type_list<Field...>) {
  return requires { T{Field{}..., {any_field{}}}; };
}

/// The least number of fields that must be filled: those up to the last one without a default.
template <class T, std::size_t N = 0>
consteval std::size_t least_count() {
  if constexpr (N > last_rung || fits<T, N>) {
    return N;
  } else {
    return least_count<T, N + 1>();
  }
}

/// The greatest number of `{}` that is accepted after `Front` fields, between an accepted and a refused one.
template <class T, std::size_t Front, std::size_t Accepted, std::size_t Refused>
consteval std::size_t greatest_count() {
  constexpr std::size_t step =
      Refused - Accepted < 2 * Accepted + 2 ? (Refused - Accepted) / 2 : Accepted + 1;
  if constexpr (step == 0) {
    return Accepted;
  } else if constexpr (fits<T, Front, Accepted + step>) {
    return greatest_count<T, Front, Accepted + step, Refused>();
  } else {
    return greatest_count<T, Front, Accepted, Accepted + step>();
  }
}

/// `{}` is cheap, so it counts; `Front` fields must be filled since they have no default, or one that `{}`
/// does not give.
template <class T, std::size_t Front>
consteval std::size_t count_from() {
  if constexpr (Front > last_rung || !fits<T, Front>) {
    return last_rung + 1;
  } else {
    constexpr std::size_t more = greatest_count<T, Front, 0, last_rung + 1 - Front>();
    if constexpr (fits<T, Front, more, 1>) {
      return count_from<T, Front + more + 1>();
    } else {
      return Front + more;
    }
  }
}

template <class T>
concept HasBase = requires { T{any_base<T>{}}; };

template <class T>
concept HasTupleSize = requires { sizeof(std::tuple_size<T>); };

inline constexpr std::size_t uncounted = static_cast<std::size_t>(-1);

template <class T>
consteval std::size_t count_fields() {
  if constexpr (!std::is_class_v<T> || !std::is_aggregate_v<T> || HasTupleSize<T>) {
    return uncounted;
  } else if constexpr (HasBase<T>) {
    return uncounted;
  } else {
    constexpr std::size_t count = count_from<T, least_count<T>()>();
    if constexpr (count > last_rung || !fits<T, count>) {
      return uncounted;
    } else if constexpr (!fits_without_elision<T>(times<only_field<T>, count>{}) ||
                         fits_one_in_braces_more<T>(times<any_field, count>{})) {
      return uncounted;
    } else {
      return count;
    }
  }
}

}  // namespace detail
}  // namespace tenure
