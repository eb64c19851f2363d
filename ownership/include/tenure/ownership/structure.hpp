// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenure/ownership/count.hpp"
#include "tenure/ownership/ladder.hpp"

/// How many fields has an aggregate, and of which types?
///
/// The question is answered for aggregates of up to 100 fields, with references and constness kept, and it
/// is answered *unknown* wherever an answer could be wrong: classes with bases, with private members or
/// constructors of their own, C arrays, bit-fields, unions as such or as a field, a class that has its own
/// `std::tuple_size`, and on GCC 12 a field of type `U&&`. It is never a hard error for a complete class
/// whose fields could be constructed and destroyed here. (A field `std::unique_ptr<X>` with `X` incomplete is
/// one on Clang since C++23, where the constexpr destructor is instantiated as soon as any initialisation
/// names it.)
namespace tenure {

namespace detail {

template <class T, std::size_t N>
struct read_types {
  using type = decltype(rung<N>::types(std::declval<T&>()));
};
template <class T>
struct read_types<T, uncounted> {
  using type = unreadable;
};

/// The fields' types as seen through `T`, which may be const: a type list, or `unreadable`.
template <class T>
using seen_fields = typename read_types<T, count_fields<std::remove_const_t<T>>()>::type;

}  // namespace detail

/// An aggregate whose fields can all be read: the question "which fields has it?" has a sure answer.
/// Precondition: `T` is complete or not a class.
template <class T>
concept Structured = !std::is_same_v<detail::seen_fields<std::remove_cvref_t<T>>, detail::unreadable>;

/// The declared types of the fields in order, as a `type_list`, references and constness kept.
/// A bit of the truth it cannot tell is `mutable`: see `has_mutable_field`.
template <Structured T>
using field_types = detail::seen_fields<std::remove_cvref_t<T>>;

/// The number of fields. Nested aggregates count as one.
template <Structured T>
inline constexpr std::size_t field_count = field_types<T>::size;

namespace detail {

template <class... Plain, class... Shared>
consteval bool some_stays_writable(type_list<Plain...>, type_list<Shared...>) {
  return ((!std::is_const_v<Plain> && !std::is_reference_v<Plain> && !std::is_const_v<Shared>) || ...);
}

}  // namespace detail

/// Is one of the fields `mutable`, that is, writable through a `T const&`?
template <Structured T>
inline constexpr bool has_mutable_field =
    detail::some_stays_writable(field_types<T>{}, detail::seen_fields<std::remove_cvref_t<T> const>{});

/// Calls `f(a, b, ...)` with all fields of `t` as lvalues, in order; returns what `f` returns.
/// Of a const object the fields are const, except mutable ones and what references refer to.
template <Structured T, class F>
constexpr decltype(auto) with_fields(T& t, F&& f) {
  return detail::rung<field_count<T>>::call(t, f);
}

/// Calls `f(field)` for every field of `t` in order.
template <Structured T, class F>
constexpr void for_each_field(T& t, F&& f) {
  with_fields(t, [&f](auto&... fields) { (static_cast<void>(f(fields)), ...); });
}

}  // namespace tenure
