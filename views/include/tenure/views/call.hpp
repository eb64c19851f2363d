// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>

#include "tenure/views/view.hpp"

/// Calls that lend by themselves.
///
/// A function that takes a view says in its signature what it needs, so its caller need not say it again:
///
///   data.call(&Data::add_successful)      for an object whose class derives from `viewed<Data>`
///   data(add_successful)                  the same, for a function that is no member
///   call(data, &Data::add_successful)     for any object and any view
///
/// That is the auto-ref of the post, which inserts `&{?X}` and infers the least `X`. With a view at hand the
/// most readable form remains `Data::add_successful(self)`.
namespace tenure::views {

namespace detail {

/// The first parameter of a function: `void` where there is none, or more than one function.
template <class F>
struct first_parameter {
  using type = void;
};
template <class R, class V, class... A>
struct first_parameter<R (*)(V, A...)> {
  using type = std::remove_cvref_t<V>;
};
template <class R, class V, class... A>
struct first_parameter<R (*)(V, A...) noexcept> : first_parameter<R (*)(V, A...)> {};
template <class R, class C, class V, class... A>
struct first_parameter<R (C::*)(V, A...)> : first_parameter<R (*)(V, A...)> {};
template <class R, class C, class V, class... A>
struct first_parameter<R (C::*)(V, A...) const> : first_parameter<R (*)(V, A...)> {};
template <class R, class C, class V, class... A>
struct first_parameter<R (C::*)(V, A...) noexcept> : first_parameter<R (*)(V, A...)> {};
template <class R, class C, class V, class... A>
struct first_parameter<R (C::*)(V, A...) const noexcept> : first_parameter<R (*)(V, A...)> {};
template <class F>
  requires requires { &F::operator(); }
struct first_parameter<F> : first_parameter<decltype(&F::operator())> {};

/// The view that a function asks for.
template <class F>
using asked_view = typename first_parameter<std::decay_t<F>>::type;

template <class T, class... G>
struct lender {
  template <class Object>
  static constexpr auto lend_from(Object& object) noexcept {
    return views::lend<G...>(static_cast<std::conditional_t<std::is_const_v<Object>, T const, T>&>(object));
  }
};
template <class T, class... G>
lender<T, G...> lender_of(view<T, G...>*);

}  // namespace detail

/// A function, or a function object with one call operator, whose first parameter is a view.
template <class F>
concept TakesView = detail::is_view<detail::asked_view<F>>;

/// Calls `f` with the view that it asks for of `object`, and with `args`.
/// Errors: [views.const] if `f` writes and the object is const, [views.temporary].
template <class T, TakesView F, class... Args>
  requires(!detail::is_view<std::remove_cv_t<T>>)
constexpr decltype(auto) call(T& object, F&& f, Args&&... args) {
  using lender = decltype(detail::lender_of(static_cast<detail::asked_view<F>*>(nullptr)));
  return std::forward<F>(f)(lender::lend_from(object), std::forward<Args>(args)...);
}
template <class T, TakesView F, class... Args, text Why = detail::why<rule::temporary<T>>()>
  requires(!detail::is_view<std::remove_cv_t<T>>)
void call(T const&&, F&&, Args&&...)
    TENURE_REFUSED("[views.temporary] a temporary ends before its view: give it a name");

/// Calls `f` with what it asks for of a view. Errors: [views.widen], [views.mut].
template <class T, class... W, TakesView F, class... Args>
constexpr decltype(auto) call(view<T, W...> wide, F&& f, Args&&... args) {
  return std::forward<F>(f)(std::move(wide), std::forward<Args>(args)...);
}

/// Base class of a `D` whose objects are called with functions that take views.
template <class D>
class viewed {
 public:
  /// Calls `f` with the view that it asks for of this object.
  template <TakesView F, class... Args>
  constexpr decltype(auto) call(F&& f, Args&&... args) & {
    return views::call(static_cast<D&>(*this), std::forward<F>(f), std::forward<Args>(args)...);
  }
  template <TakesView F, class... Args>
  constexpr decltype(auto) call(F&& f, Args&&... args) const& {
    return views::call(static_cast<D const&>(*this), std::forward<F>(f), std::forward<Args>(args)...);
  }
  template <TakesView F, class... Args, text Why = detail::why<rule::temporary<D, F>>()>
  void call(F&&, Args&&...) const&& TENURE_REFUSED(
      "[views.temporary] a temporary ends before its view: give it a name");

  template <TakesView F, class... Args>
  constexpr decltype(auto) operator()(F&& f, Args&&... args) & {
    return call(std::forward<F>(f), std::forward<Args>(args)...);
  }
  template <TakesView F, class... Args>
  constexpr decltype(auto) operator()(F&& f, Args&&... args) const& {
    return call(std::forward<F>(f), std::forward<Args>(args)...);
  }
  template <TakesView F, class... Args, text Why = detail::why<rule::temporary<D, F>>()>
  void operator()(F&&, Args&&...) const&& TENURE_REFUSED(
      "[views.temporary] a temporary ends before its view: give it a name");
};

}  // namespace tenure::views
