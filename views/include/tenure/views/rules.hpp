// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "tenure/ownership/config.hpp"
#include "tenure/ownership/text.hpp"
#include "tenure/views/grants.hpp"

/// What a broken rule of views says. Each sentence names the view as its function declares it, the place as
/// the program spells it, and what to do.
namespace tenure::views {

inline namespace TENURE_ABI {
template <class T, class... G>
class view;
}  // namespace TENURE_ABI

namespace detail {

/// What stands between the brackets of `path<..>`: the steps as the compiler spells them.
template <class Path>
consteval auto steps_named() {
  constexpr std::string_view whole = name_of<Path>;
  constexpr std::size_t start = whole.find('<') + 1;
  text<whole.size() - start - 1> inside;
  for (std::size_t i = 0; i < inside.size(); ++i) inside.chars[i] = whole[start + i];
  return inside;
}

template <class T, class G>
struct viewed_by {
  using type = view<T, G>;
};
template <class T, class... G>
struct viewed_by<T, grants<G...>> {
  using type = view<T, G...>;
};

template <class G>
inline constexpr bool is_grant = false;
template <class... S>
inline constexpr bool is_grant<shr<S...>> = true;
template <class... S>
inline constexpr bool is_grant<mut<S...>> = true;
template <class... G>
inline constexpr bool is_grant<grants<G...>> = (is_grant<G> && ...);

/// Is there nothing to write?
template <class G>
inline constexpr bool reads_only = true;
template <class... S>
inline constexpr bool reads_only<mut<S...>> = sizeof...(S) == 0;
template <class... G>
inline constexpr bool reads_only<grants<G...>> = (reads_only<G> && ...);

}  // namespace detail

/// The view of a `T` with a grant: `view<T, G>`, where several may be one: `view_of<T, grants<G, H>>` is
/// `view<T, G, H>`.
template <class T, class G>
using view_of = typename detail::viewed_by<T, G>::type;

namespace rule {

/// [views.reference] [views.const] Views are of objects, which may be volatile; what may be done with them is
/// in the grants.
template <class T, class... G>
struct well_formed {
  static constexpr bool holds = std::is_object_v<T> && !std::is_const_v<T> && (detail::is_grant<G> && ...);
  static constexpr auto sentence() {
    if constexpr (std::is_const_v<T>) {
      return "[views.const] there is no view of " + name_of<T> +
             ": write the type without const, and shr for what may be read";
    } else if constexpr (!std::is_object_v<T>) {
      return "[views.reference] there is no view of " + name_of<T> +
             ": a view refers by itself, so write the type of the object";
    } else {
      return "[views.field] what a view grants is written shr<..> or mut<..>, and not " + names_of<G...>;
    }
  }
};

/// [views.field] A function touches no place but those in its view.
template <class View, class Path>
struct granted;
template <class T, class... G, auto... Steps>
struct granted<view<T, G...>, path<Steps...>> {
  static constexpr bool is_place = PathIn<T, Steps...>;
  static constexpr bool holds = [] {
    if constexpr (is_place) {
      return subset(make_places(place_of<T, Steps...>), readable<T, G...>);
    } else {
      return false;
    }
  }();
  static constexpr auto sentence() {
    if constexpr (is_place) {
      return "[views.field] " + detail::steps_named<path<Steps...>>() + " is not granted by " +
             name_of<view<T, G...>> + ": leave it alone here, or add it to shr or mut in the signature";
    } else {
      return place<T, path<Steps...>>::sentence();
    }
  }
};

/// [views.widen] [views.mut] A view leads to views of no more than it has.
template <class T, class Wide, class Narrow>
struct narrows {
  static constexpr bool holds = Covers<T, Wide, Narrow>;
  static constexpr auto sentence() {
    if constexpr (subset(readable<T, Narrow>, readable<T, Wide>)) {
      return "[views.mut] " + name_of<view_of<T, Wide>> + " does not become " + name_of<view_of<T, Narrow>> +
             ", for it may only read some of it: lend it as mut where the view is made, or ask for shr";
    } else {
      return "[views.widen] " + name_of<view_of<T, Wide>> + " does not become " +
             name_of<view_of<T, Narrow>> +
             ", which grants more: widen it where the view is made, or ask for less";
    }
  }
};

/// [views.overlap] Views that live together do not write what another one reads or writes.
template <class T, class... G>
struct apart {
  static constexpr bool holds = Disjoint<T, G...>;
  static constexpr auto sentence() {
    return "[views.overlap] these views of one " + name_of<T> + " cannot live together: " + names_of<G...> +
           ", for one may write what another one may reach; all_but<..> is what is left of the object";
  }
};

/// [views.widen] An object becomes a view where somebody says of what.
template <class View, class From>
struct introduces {
  static constexpr bool holds = !std::is_same_v<std::remove_cvref_t<From>, typename View::object_type>;
  static constexpr auto sentence() {
    return "[views.widen] " + name_of<From> + " does not become " + name_of<View> +
           " by itself: write lend<..>(object), which says what is lent";
  }
};

/// [views.copy] The object as a whole is reached by those who were granted the whole.
template <class View, class To>
struct whole {
  static constexpr bool holds = !std::is_same_v<std::remove_const_t<To>, typename View::object_type>;
  static constexpr auto sentence() {
    return "[views.copy] " + name_of<View> + " does not become " + name_of<To> +
           "&, for that leads to all fields: ask for mut<all>, or copy what is granted field by field";
  }
};

/// [views.const] A const object is only read.
template <class T, class... G>
struct readable_only {
  static constexpr bool holds = !std::is_const_v<T> || (detail::reads_only<G> && ...);
  static constexpr auto sentence() {
    return "[views.const] " + name_of<T> + " is not lent by " + names_of<G...> +
           ": of a const object there is only shr";
  }
};

/// [views.temporary] Nothing that ends with this expression is lent.
template <class T, class... Asked>
struct temporary {
  static constexpr bool holds = false;
  static constexpr auto sentence() {
    return "[views.temporary] a temporary " + name_of<T> + " ends before its view: give it a name";
  }
};

}  // namespace rule

namespace detail {

/// The sentence of a rule that is broken, for the name of a deleted function. The function is a candidate
/// also where the rule holds, and then the sentence is not worked out.
template <class Rule>
consteval auto why() {
  if constexpr (Rule::holds) {
    return text<0>{};
  } else {
    return Rule::sentence();
  }
}

}  // namespace detail
}  // namespace tenure::views
