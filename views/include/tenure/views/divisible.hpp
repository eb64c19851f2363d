// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenure/ownership/pieces.hpp"
#include "tenure/views/rules.hpp"

/// Which values may be taken apart, and into what? For partial.hpp.
namespace tenure::views {

namespace detail {

/// The fields that a value of a class is made of, as paths.
struct transfer {
  template <class T>
  static constexpr bool listed = access::declares<T, all>();

  template <class T>
  static consteval auto units() {
    if constexpr (listed<T>) {
      return named(static_cast<access::declared<T, all>*>(nullptr));
    } else if constexpr (Structured<T>) {
      return numbered(std::make_index_sequence<field_count<T>>{});
    } else {
      return type_list<>{};
    }
  }

 private:
  template <auto... Places>
  static consteval auto named(fields<Places...>*) {
    return type_list<typename place_named<Places>::type...>{};
  }
  template <std::size_t... I>
  static consteval auto numbered(std::index_sequence<I...>) {
    return type_list<path<I>...>{};
  }
};

template <class T>
using units = decltype(transfer::units<T>());

/// Is every field either in the set or outside?
template <class T, class... Unit>
consteval bool unbroken(auto const& set, type_list<Unit...>) {
  return ((subset(places<T, Unit>, set) || disjoint(places<T, Unit>, set)) && ...);
}
template <class T, class... Unit>
consteval bool all_in(auto const& set, type_list<Unit...>) {
  return (subset(places<T, Unit>, set) && ...);
}

}  // namespace detail

/// A class whose values may be taken apart into fields without its destructor being run: an aggregate that
/// provably declares none (`Destructure`), or a class that lists its fields,
/// `static auto tenure_fields(tenure::views::all*) -> tenure::views::fields<&T::a, &T::b>;`, and so says that
/// they are all there is to it.
template <class T>
concept Divisible = detail::transfer::listed<T> || Destructure<T>;

namespace rule {

/// [views.divide] What is taken apart is made of fields and nothing else, and a field stays in one piece.
template <class T, class... S>
struct divides {
  static constexpr bool holds = [] {
    if constexpr (Divisible<T>) {
      return detail::unbroken<T>(places<T, S...>, detail::units<T>{});
    } else {
      return false;
    }
  }();
  static constexpr auto sentence() {
    if constexpr (Divisible<T>) {
      return "[views.divide] " + names_of<S...> + " is not made of whole fields of " + name_of<T> +
             ": take the field that it lies in, and take that apart";
    } else {
      return "[views.divide] a value of " + name_of<T> +
             " cannot be taken apart: its fields are hidden, or it may have a destructor, which would not "
             "run; "
             "list them in 'static auto tenure_fields(tenure::views::all*) -> tenure::views::fields<..>;' if "
             "they are all there is to it";
    }
  }
};

/// [views.moved] A partial value has the fields that were put into it.
template <class T, class Have, class... Want>
struct has;
template <class T, class... S, class... Want>
struct has<T, type_list<S...>, Want...> {
  static constexpr bool holds = subset(places<T, Want...>, places<T, S...>);
  static constexpr auto sentence() {
    return "[views.moved] " + names_of<Want...> + " of " + name_of<T> + " is not in a partial value of " +
           names_of<S...> + ": it was taken out, or is in the rest";
  }
};

/// [views.moved] A partial value is lent as what is in it.
template <class T, class Have, class... G>
struct lends;
template <class T, class... S, class... G>
struct lends<T, type_list<S...>, G...> {
  static constexpr bool holds = subset(readable<T, G...>, places<T, S...>);
  static constexpr auto sentence() {
    return "[views.moved] a partial " + name_of<T> + " of " + names_of<S...> + " is not lent as " +
           names_of<G...> + ": lend what is in it";
  }
};

/// [views.moved] What is put together is every field, and every field once. Each `Part` is `grants<mut<..>>`.
template <class T, class... Part>
struct completes {
  static constexpr bool holds =
      Disjoint<T, Part...> && detail::all_in<T>(writable<T, Part...>, detail::units<T>{});
  static constexpr auto sentence() {
    return "[views.moved] " + name_of<T> + " is not whole with " + names_of<Part...> +
           ": put together the parts that it was taken into, each once";
  }
};

}  // namespace rule
}  // namespace tenure::views
