// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "tenure/ownership/linear.hpp"
#include "tenure/views/divisible.hpp"
#include "tenure/views/view.hpp"

/// Partial moves: `{a, c} T` by value.
///
///   auto [taken, rest] = take<field<&T::a>, field<&T::c>>(std::move(t));
///   taken[at<&T::a>];                                   // the field; taken[at<&T::b>] is [views.moved]
///   T again = reassemble(std::move(taken), std::move(rest));
///
/// A partial value lies in memory as the whole does, with only some fields alive. So it can be lent as a view
/// of those, like any object of the class. What is left in it drops in reverse order of the fields.
///
/// Source: N. Matsakis, "View types redux and abstract fields" (partial moves). Rust would follow the moved
/// fields of a variable; here the variable is given up as a whole, and what is left of it is a value.
namespace tenure::views {

namespace detail {

template <class... Unit>
struct row {
  template <class... More>
  consteval row<Unit..., More...> operator+(row<More...>) const {
    return {};
  }
};

template <class T, class... S, class... Unit>
consteval auto kept(type_list<Unit...>) {
  return (row<>{} + ... + std::conditional_t<subset(places<T, Unit>, places<T, S...>), row<Unit>, row<>>{});
}

/// Where the fields of one object are.
template <class T>
struct fields_of {
  T& object;
  template <auto... Steps>
  constexpr auto& operator()(path<Steps...>) const noexcept {
    return walk<Steps...>::in(object);
  }
};
template <class T>
fields_of(T&) -> fields_of<T>;

/// Storage as a `T` has it, in which the fields `Unit...` are alive.
template <class T, class Kept>
class residue;
template <class T, class... Unit>
class residue<T, row<Unit...>> {
  alignas(T) unsigned char bytes_[sizeof(T)];

  static constexpr void (*ends[])(T&) = {
      [](T& whole) { std::destroy_at(std::addressof(fields_of{whole}(Unit{}))); }..., nullptr};

  void drop(std::size_t built) noexcept {
    while (built-- > 0) ends[built](whole());
  }

  /// Ends what was built if the next field's move throws.
  struct construction {
    residue* unfinished;
    std::size_t built = 0;
    ~construction() {
      if (unfinished != nullptr) unfinished->drop(built);
    }
  };

 public:
  /// Moves each field out of the place `from(unit)`.
  template <class From>
  explicit residue(From const& from) {
    construction here{this};
    ((std::construct_at(std::addressof(fields_of{whole()}(Unit{})), std::move(from(Unit{}))), ++here.built),
     ...);
    here.unfinished = nullptr;
  }
  residue(residue&& other) : residue{fields_of{other.whole()}} {}
  ~residue() { drop(sizeof...(Unit)); }

  /// The storage begins the life of an aggregate, and its members are reached through that. For other classes
  /// the standard has no such words; the address of a member is the same sum.
  T& whole() noexcept { return *std::launder(reinterpret_cast<T*>(bytes_)); }
  T const& whole() const noexcept { return *std::launder(reinterpret_cast<T const*>(bytes_)); }
};

struct parting;

}  // namespace detail

inline namespace TENURE_ABI {

/// A value of class `T` of which only the fields `S...` are there, in `sizeof(T)` bytes. Affine: it is moved,
/// and what is still in it at the end drops. One that was moved from holds moved-from fields, and its use is
/// an error on Clang. Preconditions: `Divisible<T>`, `S...` are whole fields.
template <class T, class... S>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] partial
    : affine<"[ownership.affine] a partial value is moved, never copied: write std::move", partial<T, S...>> {
  static_assert(told<rule::divides<T, S...>>());

  detail::residue<T, decltype(detail::kept<T, S...>(detail::units<T>{}))> fields_;

  explicit partial(detail::fields_of<T> from) : fields_{from} {}
  friend struct detail::parting;

  template <class Path>
  static auto& place(auto& whole) noexcept {
    static_cast<void>(enforce<rule::has<T, type_list<S...>, Path>>());
    return detail::fields_of{whole}(Path{});
  }

 public:
  using object_type = T;
  using grants_type = grants<mut<S...>>;

  /// A whole value, given up: `partial whole{std::move(t)};`. There is `all` of it.
  TENURE_RETURNS(unconsumed)
  explicit partial(T&& whole)
    requires(places<T, S...> == places<T, all>)
      : partial{detail::fields_of{whole}} {}
  TENURE_RETURNS(unconsumed)
  partial(partial&&) = default;
  partial(partial const&) = default;  // deleted by the base, whose name says why
  ~partial() = default;

  /// The field, or a place in it. Error: [views.moved] if it is not here.
  template <auto... Steps>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  auto& operator[](path<Steps...>) noexcept TENURE_LIFETIMEBOUND {
    return place<path<Steps...>>(fields_.whole());
  }
  template <auto... Steps>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  auto const& operator[](path<Steps...>) const noexcept TENURE_LIFETIMEBOUND {
    return place<path<Steps...>>(fields_.whole());
  }

  /// A view of what is here: `taken.lend<mut<field<&T::a>>>()`. Error: [views.moved] for what is not.
  template <class... G>
  TENURE_RETURNS(unconsumed)
  TENURE_CALLABLE_WHEN("unconsumed", "unknown") view<T, G...> lend() noexcept TENURE_LIFETIMEBOUND {
    static_cast<void>(enforce<rule::lends<T, type_list<S...>, G...>>());
    return views::lend<G...>(fields_.whole());
  }
};
template <class T>
partial(T&&) -> partial<T, all>;

/// What `take` leaves, for `auto [taken, rest] = take<..>(std::move(t));`.
template <class Taken, class Rest>
struct parts {
  Taken taken;
  Rest rest;
};

}  // namespace TENURE_ABI

namespace detail {

struct parting {
  template <class Taken, class Rest, class T>
  static parts<Taken, Rest> part(fields_of<T> from) {
    return {Taken{from}, Rest{from}};
  }
  template <class T, class... S>
  static fields_of<T> open(partial<T, S...>& from) noexcept {
    return fields_of{from.fields_.whole()};
  }
};

/// The field, in that of the partial values in which it is alive.
template <auto... Steps, class T, class... S, class... Rest>
auto& field_among(path<Steps...> unit, partial<T, S...>& first, Rest&... rest) noexcept {
  if constexpr (subset(places<T, path<Steps...>>, places<T, S...>)) {
    return parting::open(first)(unit);
  } else {
    return field_among(unit, rest...);
  }
}

template <class P>
inline constexpr bool is_partial = false;
template <class T, class... S>
inline constexpr bool is_partial<partial<T, S...>> = true;

}  // namespace detail

/// Takes the fields `A...` out of a value that is given up: `{taken, rest}`, two partial values, each of
/// which owns its fields and gives access to no others. Consumes its argument. Complexity: one move a field.
/// Errors: [views.divide] if the class cannot be taken apart; [views.moved] for what is not in a partial
/// value.
template <class... A, class T>
  requires std::is_object_v<T>
[[nodiscard]] auto take(T&& whole) {
  return detail::parting::part<partial<T, A...>, partial<T, all_but<A...>>>(detail::fields_of{whole});
}
template <class... A, class T, class... S>
[[nodiscard]] auto take(partial<T, S...>&& from) {
  static_cast<void>(enforce<rule::has<T, type_list<S...>, A...>>());
  return detail::parting::part<partial<T, A...>, partial<T, except<S, A...>...>>(detail::parting::open(from));
}
template <class... A, class T,
          text Why = "[views.moved] take gives the value up: write take<..>(std::move(value))">
void take(T&) TENURE_REFUSED("[views.moved] take gives the value up: write take<..>(std::move(value))");

/// The whole value again. Consumes its arguments. Complexity: two moves a field.
/// Precondition: `T` can be moved. Error: [views.moved] for a field that is missing or twice there.
template <class First, class... Rest>
  requires(detail::is_partial<First> && ... && detail::is_partial<Rest>)
[[nodiscard]] auto reassemble(First&& first, Rest&&... rest) -> typename First::object_type {
  using T = typename First::object_type;
  if constexpr (enforce<rule::completes<T, typename First::grants_type, typename Rest::grants_type...>>()) {
    using all_fields = decltype(detail::kept<T, all>(detail::units<T>{}));
    detail::residue<T, all_fields> whole{
        [&](auto unit) -> auto& { return detail::field_among(unit, first, rest...); }};
    return T(std::move(whole.whole()));
  } else {
    std::abort();
  }
}

}  // namespace tenure::views

namespace tenure {
/// A partial value has the markers that its class has.
template <class Marker, class T, class... S>
struct declare<Marker, views::partial<T, S...>> : like<T> {};
}  // namespace tenure
