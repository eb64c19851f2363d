// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/ownership/loans.hpp"
#include "tenure/ownership/markers.hpp"
#include "tenure/ownership/structure.hpp"

namespace tenure {

namespace detail {

template <std::size_t I, class Part>
struct piece {
  Part value;
};

template <class Indices, class... Parts>
struct piece_row;
/// Bases are destroyed in reverse order, which `std::tuple` does not promise for its elements.
template <std::size_t... I, class... Parts>
struct piece_row<std::index_sequence<I...>, Parts...> : piece<I, Parts>... {
  constexpr piece_row(Parts... parts) noexcept : piece<I, Parts>{static_cast<Parts&&>(parts)}... {}
};
template <>
struct piece_row<std::index_sequence<>> {};

template <std::size_t I, class Part>
Part part_of(piece<I, Part> const&);

}  // namespace detail

/// What a whole was taken apart into, for structured bindings: `auto [x, y] = std::move(o).split();`.
/// Pieces that are not used up drop in reverse order.
template <class... Parts>
struct pieces : detail::piece_row<std::index_sequence_for<Parts...>, Parts...> {
  using detail::piece_row<std::index_sequence_for<Parts...>, Parts...>::piece_row;
};

template <std::size_t I, class Part>
constexpr Part&& get(detail::piece<I, Part>&& piece) noexcept {
  return static_cast<Part&&>(piece.value);
}
template <std::size_t I, class Part>
constexpr Part& get(detail::piece<I, Part>& piece) noexcept {
  return piece.value;
}

/// Whether a class provably declares no destructor, so that taking it apart field by field skips no code.
/// A class that is trivially destructible has none that does anything. An aggregate declares no constructor,
/// so it has an implicit move constructor exactly when it declares no destructor and no assignment: that is
/// seen where moving it is possible or cannot throw, and copying it is not possible or may throw.
template <class T>
concept DeclaresNoDestructor =
    std::is_aggregate_v<T> &&
    (std::is_trivially_destructible_v<T> ||
     (std::is_move_constructible_v<T> && !std::is_copy_constructible_v<T>) ||
     (std::is_nothrow_move_constructible_v<T> && !std::is_nothrow_copy_constructible_v<T>));

/// An aggregate that may be taken apart into its fields, without its own destructor being run: where its
/// author says so, `declare<marker::destructure, T> : yes`, or where it provably has none.
template <class T>
concept Destructure =
    Structured<T> && (derived<marker::destructure, std::remove_const_t<T>> == verdict::yes ||
                      (derived<marker::destructure, std::remove_const_t<T>> != verdict::no &&
                       DeclaresNoDestructor<std::remove_const_t<T>>));

namespace rule {
template <class T>
struct split {
  static constexpr bool holds = Destructure<T>;
  static constexpr auto sentence() {
    constexpr auto start = "[ownership.split] an own<" + name_of<T> + "> cannot be split: ";
    if constexpr (!Structured<T>) {
      return start +
             "its fields cannot be seen; only an aggregate without bases, arrays and bit-fields can be taken "
             "apart";
    } else if constexpr (derived<marker::destructure, std::remove_const_t<T>> == verdict::no) {
      return start + "it is declared not to be taken apart";
    } else {
      return start +
             "it may declare a destructor, which would not run; if it has none, say so with "
             "'template <> struct tenure::declare<tenure::marker::destructure, " +
             name_of<T> + "> : tenure::yes {};'";
    }
  }
};
}  // namespace rule

namespace detail {

/// The piece that a field of type `F` becomes: owned, or, where the field is a reference, that reference.
template <template <class> class Own, class F>
struct piece_of {
  using type = Own<F>;
  static constexpr type make(F& field) noexcept { return type::from_raw(std::addressof(field)); }
};
template <template <class> class Own, class F>
  requires std::is_reference_v<F>
struct piece_of<Own, F> {
  using type = F;
  static constexpr type make(std::remove_reference_t<F>& field) noexcept { return static_cast<F>(field); }
};

template <class... F>
constexpr std::size_t owned_fields(type_list<F...>) {
  return (std::size_t{!std::is_reference_v<F>} + ... + 0);
}

template <template <class> class Own, class T, class... F>
constexpr auto split(T& whole, type_list<F...>) noexcept {
  return with_fields(whole, [](auto&... fields) {
    return pieces<typename piece_of<Own, F>::type...>{piece_of<Own, F>::make(fields)...};
  });
}

/// One piece for each field of `whole`, whose own must have been given up.
template <template <class> class Own, class T>
constexpr auto split(T& whole) noexcept {
  using fields = seen_fields<T>;
  loans::divide(std::addressof(whole), owned_fields(fields{}));
  return split<Own>(whole, fields{});
}

}  // namespace detail

}  // namespace tenure

template <class... Parts>
struct std::tuple_size<tenure::pieces<Parts...>> : std::integral_constant<std::size_t, sizeof...(Parts)> {};

template <std::size_t I, class... Parts>
struct std::tuple_element<I, tenure::pieces<Parts...>> {
  using type = decltype(tenure::detail::part_of<I>(std::declval<tenure::pieces<Parts...> const&>()));
};
