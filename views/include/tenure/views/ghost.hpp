// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <type_traits>

#include "tenure/ownership/declare.hpp"
#include "tenure/ownership/text.hpp"

/// Ghost fields: state that a proof or a reader talks about and that no program stores.
///
///   class bean_counter {
///     [[no_unique_address]] ghost<unsigned, struct a> a;
///     [[no_unique_address]] ghost<unsigned, struct b> b;
///     unsigned sum;   // all there is at run time
///    public:
///     bean_counter(unsigned x, unsigned y) : a{[&] { return x; }}, b{[&] { return y; }}, sum{x + y} {}
///   };
///
/// Source: N. Matsakis, "View types redux and abstract fields", where ghost fields are abstract fields with
/// a type and no place.
namespace tenure::views {

/// A type that has to be initialised: leaving it out names the sentence on every compiler.
template <text Sentence>
struct no_default {
  no_default() = delete;
  constexpr explicit no_default(int) noexcept {}
};

/// A call without arguments that makes a `T`.
template <class F, class T>
concept Makes = requires(F const& f) {
  { f() } -> std::convertible_to<T>;
};

/// An abstract field of type `T`: no byte, no value, but an initialiser, whose type is checked and which is
/// never run. A constructor that leaves it out is rejected. `Name` keeps two ghosts of one class apart, so
/// that neither takes room; use it with `[[no_unique_address]]`.
template <class T = void, class Name = void>
class ghost : no_default<
                  "[views.ghost] a ghost field was left without an initialiser: give it one, such as "
                  "ghost<T>::of<[] { return T{}; }>; it is checked and never run"> {
 public:
  using type = T;

  ghost() = default;  // deleted by the base, whose name says why

  /// Any callable that makes a `T`; it may mention what is in scope. It is not called.
  template <Makes<T> F>
  constexpr ghost(F const&) noexcept : ghost::no_default{0} {}

  /// `ghost<T>::of<[] { return T{}; }>` is a ghost with that initialiser.
  template <auto Init>
    requires Makes<decltype(Init), T>
  static ghost const of;
};

template <class T, class Name>
template <auto Init>
  requires Makes<decltype(Init), T>
constexpr ghost<T, Name> ghost<T, Name>::of{Init};

/// Says that its class has to do with `T` without holding one; it needs no initialiser and has the markers
/// that a `T` has.
template <class T>
struct phantom {
  using type = T;
};

}  // namespace tenure::views

namespace tenure {
/// A ghost is nowhere, so it is what any empty class is.
template <class Marker, class T, class Name>
struct declare<Marker, views::ghost<T, Name>> : yes {};
template <class Marker, class T>
struct declare<Marker, views::phantom<T>> : like<T> {};
}  // namespace tenure
