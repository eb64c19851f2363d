// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include "tenure/ownership/address.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/views/grants.hpp"
#include "tenure/views/reading.hpp"
#include "tenure/views/rules.hpp"
#include "tenure/views/touch.hpp"

namespace tenure::views {

namespace detail {

template <class T, class Wide, class Narrow>
concept Narrows = !std::is_same_v<Wide, Narrow> && Covers<T, Wide, Narrow>;

/// The way in for those who have the object.
struct door {
  template <class View, class T>
  static constexpr View open(T* object) noexcept {
    return View{object};
  }
};

/// Something to go on with after the error: the field, writable, so that one mistake gives one error.
template <class T, auto... Steps>
constexpr auto& after_error(T const& object) {
  if constexpr (PathIn<T, Steps...>) {
    return walk<Steps...>::in(const_cast<T&>(object));
  } else {
    return const_cast<T&>(object);
  }
}

}  // namespace detail

inline namespace TENURE_ABI {

/// `{a, b} T`: a reference to an object that gives access to some of its places. One word.
///
///   view<Data, shr<experiments>, mut<successful>> self
///
/// A place in `mut` is given as an `F&`, one in `shr` as read (see reading.hpp), any other is
/// [views.field] where it is asked for.
///
/// A view is passed on by copying it: the callee's view is a loan of this one, as Rust reborrows a `&mut`
/// that is passed. So is a narrower view, into which a wider one converts implicitly. A view is given up by
/// `std::move` and by `split`; using it afterwards is an error on Clang (`-Werror=consumed`) and a trap in
/// checked builds, [views.used]. What no compiler sees: two copies that are both used, and an object that
/// ends before its views. For the former there are loan counters (place.hpp), for the latter Clang warns in
/// the simple cases.
///
/// Source: N. Matsakis, "View types redux and abstract fields".
template <class T, class... G>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] view {
  static_assert(told<rule::well_formed<T, G...>>());
  using object = std::remove_reference_t<T>;  // is T where the rule holds
  using place = std::conditional_t<(detail::reads_only<G> && ...), object const, object>;

  place* place_;

  constexpr explicit view(place* to) noexcept : place_{to} {}
  friend struct detail::door;
  friend struct detail::exchange;
  template <class, class...>
  friend class view;

  constexpr place* live() const noexcept {
    expects(place_ != nullptr, "[views.used] a view was used after it was moved from or split");
    return place_;
  }
  static consteval bool is_whole() {
    if constexpr (std::is_const_v<place>) {
      return readable<T, G...> == places<T, all>;
    } else {
      return writable<T, G...> == places<T, all>;
    }
  }

  constexpr place* give_up() noexcept {
    place* const here = live();
    if constexpr (is_checked) place_ = nullptr;
    return here;
  }

 public:
  using object_type = T;
  using grants_type = grants<G...>;

  /// Lends on.
#if TENURE_CHECKED
  TENURE_RETURNS(unconsumed)
  constexpr view(view const& other) noexcept : place_{other.live()} {}
  TENURE_RETURNS(unconsumed)
  constexpr view(view&& other) noexcept : place_{other.give_up()} {}
  constexpr view& operator=(view const& other) noexcept {
    place_ = other.live();
    return *this;
  }
  constexpr view& operator=(view&& other) noexcept {
    place_ = other.give_up();
    return *this;
  }
  constexpr ~view() = default;
#else
  view(view const&) = default;
  view(view&&) = default;
  view& operator=(view const&) = default;
  view& operator=(view&&) = default;
  ~view() = default;
#endif

  /// A narrower view: of some of the places, or for reading only.
  template <class... N>
    requires detail::Narrows<T, grants<G...>, grants<N...>>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_RETURNS(unconsumed) constexpr operator view<T, N...>() const& noexcept {
    return detail::door::open<view<T, N...>>(live());
  }
  template <class... N>
    requires detail::Narrows<T, grants<G...>, grants<N...>>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed) TENURE_RETURNS(unconsumed) constexpr operator view<T, N...>() && noexcept {
    return detail::door::open<view<T, N...>>(give_up());
  }
  template <class... N, text Why = detail::why<rule::narrows<T, grants<G...>, grants<N...>>>()>
    requires(!Covers<T, grants<G...>, grants<N...>>)
  operator view<T, N...>() const
      TENURE_REFUSED("[views.widen] [views.mut] a view leads to views of no more than it has");

  /// A view of all is the object, as a word: explicitly.
  template <class U>
    requires(std::is_same_v<std::remove_const_t<U>, T> && std::is_convertible_v<U*, place*> && is_whole())
  TENURE_RETURNS(unconsumed)
  constexpr explicit view(U& whole TENURE_LIFETIMEBOUND) noexcept : place_{address_of(whole)} {}
  template <class U, text Why = detail::why<rule::introduces<view, U>>()>
    requires std::is_same_v<std::remove_cvref_t<U>, T>
  view(U&&)
      TENURE_REFUSED("[views.widen] an object becomes a view by lend<..>(object), which says what is lent");

  /// The object, of a view of `mut<all>`; const, of a view of `shr<all>` too.
  template <class U>
    requires(std::is_same_v<std::remove_const_t<U>, T> && std::is_convertible_v<place*, U*> && is_whole())
  constexpr explicit operator U&() const noexcept {
    detail::touch(place_, extent{0, sizeof(T)}, !std::is_const_v<U>);
    return *live();
  }
  template <class U, text Why = detail::why<rule::whole<view, U>>()>
    requires(std::is_same_v<std::remove_const_t<U>, T> && !(std::is_convertible_v<place*, U*> && is_whole()))
  explicit operator U&() const
      TENURE_REFUSED("[views.copy] a view of some fields leads to no object as a whole");

  /// The place: writable if it is in `mut`; read all the way down if it is in `shr`.
  /// Error: [views.field] if it is in neither.
  template <auto... Steps>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr decltype(auto) operator[](path<Steps...>) const {
    if constexpr (enforce<rule::granted<view, path<Steps...>>>()) {
      constexpr bool writes = subset(make_places(place_of<T, Steps...>), writable<T, G...>);
      detail::touch(place_, place_of<T, Steps...>, writes);
      if constexpr (writes) {
        return (detail::walk<Steps...>::in(*live()));
      } else {
        return detail::read(detail::walk<Steps...>::in(std::as_const(*live())));
      }
    } else {
      return (detail::after_error<T, Steps...>(*place_));
    }
  }

  /// What the class says that its view reads as: `T::deref(view)`. Its parameter says what it needs.
  template <class U = T>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr decltype(auto) operator*() const {
    return U::deref(*this);
  }
  template <class U = T>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr auto* operator->() const {
    return address_of(U::deref(*this));
  }

  /// Several views instead of this one: `auto [p, q] = std::move(v).split<shr<A>, mut<B>>();`. Gives this one
  /// up. `Part` is one grant or `grants<..>`.
  /// Errors: [views.overlap] for parts that cannot live together, [views.widen] or [views.mut] for more than
  /// this one grants.
  template <class... Part>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed) constexpr std::tuple<view_of<T, Part>...> split() && {
    if constexpr ((enforce<rule::apart<T, Part...>>() && ... &&
                   enforce<rule::narrows<T, grants<G...>, Part>>())) {
      place* const here = give_up();
      return {detail::door::open<view_of<T, Part>>(here)...};
    } else {
      std::abort();
    }
  }
};

}  // namespace TENURE_ABI

namespace detail {
template <class V>
inline constexpr bool is_view = false;
template <class T, class... G>
inline constexpr bool is_view<view<T, G...>> = true;
}  // namespace detail

/// A view that grants at least `G...`: for code that is generic over views.
template <class V, class... G>
concept Grants = detail::is_view<V> && Covers<typename V::object_type, typename V::grants_type, grants<G...>>;

/// A view of `object`: `lend<shr<A>, mut<B>>(object)`. The reader's part: the object outlives the view.
/// Errors: [views.const] for mut of a const object, [views.temporary].
template <class... G, class T>
  requires(!detail::is_view<std::remove_cv_t<T>>)
TENURE_RETURNS(unconsumed)
constexpr view<std::remove_const_t<T>, G...> lend(T& object TENURE_LIFETIMEBOUND) noexcept {
  static_cast<void>(readable<std::remove_const_t<T>, G...>);  // its errors come here, not at the first access
  if constexpr (enforce<rule::readable_only<T, G...>>()) {
    return detail::door::open<view<std::remove_const_t<T>, G...>>(address_of(object));
  } else {
    std::abort();
  }
}
template <class... G, class T, text Why = detail::why<rule::temporary<T>>()>
  requires(!detail::is_view<std::remove_cv_t<T>>)
void lend(T const&&) TENURE_REFUSED("[views.temporary] a temporary ends before its view: give it a name");

/// A narrower view of the same object. Errors: [views.widen], [views.mut].
template <class... G, class T, class... W>
TENURE_RETURNS(unconsumed)
constexpr view<T, G...> lend(view<T, W...> wide) noexcept {
  return wide;
}

}  // namespace tenure::views
