// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "tenure/ownership/text.hpp"
#include "tenure/views/place_set.hpp"
#include "tenure/views/places.hpp"
#include "tenure/views/selectors.hpp"

/// Abstract fields: public names for sets of private fields.
///
///   class Data {
///     std::map<std::string, std::vector<float>> experiments_;
///     friend struct tenure::views::access;
///    public:
///     struct experiments;                                                       // the name
///    private:
///     static auto tenure_fields(experiments*) -> tenure::views::fields<&Data::experiments_>;   // its
///     meaning
///   };
///
/// The meaning is declared and never defined, and may change without a change of any signature or caller. The
/// library reads it through `access` and hands out numbers only: which bytes, never which member.
///
/// A name may stand for no field at all; then it overlaps with nothing. It may be the name of a field too:
/// C++ lets a class and a member share a name, and `struct Data::successful` is then the abstract field.
/// That it contains that field cannot be checked without reflection.
///
/// Source: N. Matsakis, "View types redux and abstract fields".
namespace tenure::views {

namespace detail {

struct selection;
struct exchange;
struct transfer;
class tracking;

template <class>
inline constexpr bool is_fields = false;
template <auto... Places>
inline constexpr bool is_fields<fields<Places...>> = true;

template <auto Place>
struct place_named {
  using type = path<Place>;
};
template <auto... Steps, path<Steps...> Place>
struct place_named<Place> {
  using type = path<Steps...>;
};

}  // namespace detail

/// The friend that a class with abstract fields names. It has no public member: what it learns of private
/// fields goes to the three structs above, which turn it into byte ranges or exchange the values.
struct access {
 private:
  friend struct detail::selection;
  friend struct detail::exchange;
  friend struct detail::transfer;
  friend class detail::tracking;

  template <class T, class Tag>
  using declared = decltype(T::tenure_fields(static_cast<Tag*>(nullptr)));

  template <class T, class Tag>
  static consteval bool declares() {
    if constexpr (std::is_class_v<T> && requires { typename declared<T, Tag>; }) {
      return detail::is_fields<declared<T, Tag>>;
    } else {
      return false;
    }
  }
};

namespace rule {

/// [views.field] What is selected by steps must be there.
template <class T, class Path>
struct place;
template <class T, auto... Steps>
struct place<T, path<Steps...>> {
  static constexpr bool holds = PathIn<T, Steps...>;
  static constexpr auto sentence() {
    if constexpr (detail::HidesPositions<T> && (detail::is_position<Steps> || ...)) {
      return "[views.private] " + name_of<path<Steps...>> + ": no field of " + name_of<T> +
             " is known by its position, for it hides fields or is no simple aggregate; name a member, or an "
             "abstract field";
    } else {
      return "[views.field] " + name_of<path<Steps...>> + " leads nowhere in " + name_of<T> +
             ": select a member, a position of an aggregate without references, or an abstract field";
    }
  }
};

/// [views.abstract] An abstract field is declared by the class, and its parts are places of the class.
template <class T, class Tag>
struct abstract_field;

}  // namespace rule

namespace detail {

/// From one selector to bytes.
struct selection {
  template <class T, class Tag>
  static consteval bool declares() {
    return access::declares<T, Tag>();
  }

  template <class T, auto... Steps>
  static consteval auto of(path<Steps...>*) {
    if constexpr (enforce<rule::place<T, path<Steps...>>>()) {
      return make_places(place_of<T, Steps...>);
    } else {
      return place_set<0>{};
    }
  }
  template <class T>
  static consteval auto of(all*) {
    return make_places(extent{0, ~std::uint64_t{0}});
  }
  template <class T, class S, class... A>
  static consteval auto of(except<S, A...>*) {
    return (of<T>(static_cast<S*>(nullptr)) - ... - of<T>(static_cast<A*>(nullptr)));
  }
  template <class T, class Tag>
  static consteval auto of(Tag*) {
    if constexpr (enforce<rule::abstract_field<T, Tag>>()) {
      return meant<T>(static_cast<access::declared<T, Tag>*>(nullptr));
    } else {
      return place_set<0>{};
    }
  }

 private:
  template <class T, auto... Places>
  static consteval auto meant(fields<Places...>*) {
    extent const parts[]{of<T>(static_cast<typename place_named<Places>::type*>(nullptr))[0]..., extent{}};
    return place_set<sizeof...(Places)>::of(parts, sizeof...(Places));
  }
};

}  // namespace detail

template <class T, class Tag>
struct rule::abstract_field {
  static constexpr bool holds = detail::selection::declares<T, Tag>();
  static constexpr auto sentence() {
    return "[views.abstract] " + name_of<Tag> + " is no abstract field of " + name_of<T> +
           ": declare 'static auto tenure_fields(" + name_of<Tag> +
           "*) -> tenure::views::fields<..>;' in it, and 'friend struct tenure::views::access;'";
  }
};

}  // namespace tenure::views
