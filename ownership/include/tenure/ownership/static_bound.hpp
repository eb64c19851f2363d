// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/counted.hpp"
#include "tenure/ownership/manually_drop.hpp"
#include "tenure/ownership/own_array.hpp"
#include "tenure/ownership/reference.hpp"

/// Static: the value borrows from no frame, so it may live as long as the program. A thread that nobody waits
/// for takes nothing else. Rust's `T: 'static`.
///
/// C++ writes no lifetimes into its types, so this is read from what a type is made of: a reference, a
/// pointer, a `shared`, `unique` or `own` borrows; an aggregate does if a field does; an instance of a class
/// template does if one of its type arguments does. Of another class that hides its fields nobody can see it:
/// it counts as Static, and one that borrows says so:
///
///   template <> struct tenure::declare<tenure::marker::static_bound, app::cursor> : tenure::no {};
namespace tenure {

namespace marker {

struct static_bound {
  static constexpr text word{"Static"};
  static constexpr text rule{"ownership.static"};
  static constexpr text advice{
      "give the thread a value of its own, or borrow with spawn_scoped or scope, which wait for it"};
  static constexpr verdict pointer = verdict::no;
  template <class>
  static constexpr verdict hidden = verdict::yes;
};

}  // namespace marker

template <class T>
concept Static = derived<marker::static_bound, T> == verdict::yes;

template <template <class...> class Template, class... Parts>
  requires(!Structured<Template<Parts...>>)
struct declare<marker::static_bound, Template<Parts...>> : like<Parts...> {};
template <class T, std::size_t N>
struct declare<marker::static_bound, std::array<T, N>> : like<T> {};

template <class T>
struct declare<marker::static_bound, shared<T>> : no {};
template <class T>
struct declare<marker::static_bound, unique<T>> : no {};
template <class T>
struct declare<marker::static_bound, own<T>> : no {};
template <class C, class Traits>
struct declare<marker::static_bound, std::basic_string_view<C, Traits>> : no {};
template <class T, std::size_t N>
struct declare<marker::static_bound, std::span<T, N>> : no {};

// Owners on the heap. (They speak of every marker themselves, hence these lines.)
template <class T>
struct declare<marker::static_bound, box<T>> : like<T> {};
template <class T>
struct declare<marker::static_bound, vacant_box<T>> : like<T> {};
template <class T>
struct declare<marker::static_bound, manually_drop<T>> : like<T> {};
template <class T, class Counts>
struct declare<marker::static_bound, counted<T, Counts>> : like<T> {};
template <class T, class Counts>
struct declare<marker::static_bound, weak_counted<T, Counts>> : like<T> {};

namespace rule {

/// [ownership.static] A thread that nobody waits for may not borrow.
template <class T>
struct static_bound : detail::bounded<marker::static_bound, T> {};

}  // namespace rule

}  // namespace tenure
