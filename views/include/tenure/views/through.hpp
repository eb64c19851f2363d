// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/views/view.hpp"

/// Views of what something refers to: `lend_through<mut<field<&T::m>>>(pointer)`.
///
/// Whatever gives an lvalue by `*`, or by `get()` as a `std::reference_wrapper` does: plain and smart
/// pointers, `own`, `box`, `unique`, `shared`, a lock's guard. What it gives decides: through a `shared<T>`
/// or an `arc<T>` the object is const, so there is only shr. An atomic pointer is read once. Any other atomic
/// is read and written as a whole, so there are no views of what is in it. A volatile object needs no help:
/// `lend` takes it as it is, and gives its fields as volatile.
namespace tenure::views {

namespace detail {

template <class P>
concept Dereferenced = requires(P& p) { requires std::is_lvalue_reference_v<decltype(*p)>; };
template <class P>
concept Unwrapped = requires(P& p) { requires std::is_lvalue_reference_v<decltype(p.get())>; };
template <class P>
concept Loaded = requires(P& p) { requires std::is_pointer_v<decltype(p.load())>; };

template <class P>
constexpr auto& target(P& p) {
  if constexpr (Loaded<P>) {
    auto* const now = p.load();
    expects(now != nullptr, "[views.null] there is no view through a null pointer");
    return *now;
  } else if constexpr (Unwrapped<P>) {
    return p.get();
  } else {
    if constexpr (requires { p != nullptr; }) {
      expects(p != nullptr, "[views.null] there is no view through a null pointer");
    }
    return *p;
  }
}

}  // namespace detail

namespace rule {

/// [views.through] There must be an object at the other end.
template <class P>
struct refers {
  static constexpr bool holds = detail::Dereferenced<P> || detail::Unwrapped<P> || detail::Loaded<P>;
  static constexpr auto sentence() {
    return "[views.through] " + name_of<P> +
           " leads to no object that fields could be viewed in: give a pointer, a smart pointer, a reference "
           "or a guard";
  }
};

/// [views.temporary] What owns the object, or holds its lock, outlives the view.
template <class P>
struct outlives {
  static constexpr bool holds = std::is_lvalue_reference_v<P> || std::is_trivially_destructible_v<P>;
  static constexpr auto sentence() {
    return "[views.temporary] a temporary " + name_of<P> +
           " may end the object before its view: give it a name";
  }
};

}  // namespace rule

/// A view of the object that `pointer` refers to. Precondition: it refers to one, else [views.null].
/// Errors: [views.through], [views.temporary] for a temporary owner, [views.const].
template <class... G, class P>
constexpr auto lend_through(P&& pointer) {
  if constexpr (enforce<rule::refers<std::remove_reference_t<P>>>() && enforce<rule::outlives<P>>()) {
    return lend<G...>(detail::target(pointer));
  }
}

}  // namespace tenure::views
