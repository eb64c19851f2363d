// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "tenure/ownership/markers.hpp"

/// The rules that an API enforces when it bounds a type by a marker. Their sentences name the part of the
/// type that is to blame, and what to do:
///
///   if constexpr (enforce<rule::leak<T>>()) ...
///
/// [ownership.leak] [ownership.move] [ownership.send] [ownership.sync] [ownership.synchronised]
/// [ownership.fields]
namespace tenure {

namespace detail {

/// The text that the function object `Read` yields character by character.
template <auto Read>
consteval auto written() {
  constexpr std::size_t size = [] {
    std::size_t sum = 0;
    for (auto reader = Read(); !reader.done(); ++sum) reader.next();
    return sum;
  }();
  text<size> result;
  auto reader = Read();
  for (std::size_t i = 0; i < size; ++i) result.chars[i] = reader.next();
  return result;
}

/// The name in a signature.
constexpr name_reader name_in(std::string_view signature) {
  signature.remove_prefix(signature_frame().before);
  signature.remove_suffix(signature_frame().after);
  return {signature};
}

template <goal const* Goal>
inline constexpr auto type_named = written<[] { return name_in(Goal->type()); }>();
template <goal const* Goal>
inline constexpr auto marker_named = written<[] { return name_in(Goal->marker()); }>();
template <goal const* Goal>
inline constexpr auto word_of = written<[] { return name_reader{Goal->word}; }>();

/// Why the goal fails, to be read after the name of its type.
template <goal const* Goal>
consteval auto cause() {
  constexpr reason why = Goal->why;
  if constexpr (why == reason::declared && Goal->own == verdict::no) {
    return " is declared not to be " + word_of<Goal>;
  } else if constexpr (why == reason::declared) {
    return text{" cannot know it of what it holds"};
  } else if constexpr (why == reason::undeclared) {
    return text{" does not say"};
  } else if constexpr (why == reason::impossible || (why == reason::hidden && Goal->own == verdict::no)) {
    return text{" cannot be moved"};
  } else if constexpr (why == reason::hidden) {
    return text{" hides its fields"};
  } else if constexpr (why == reason::unreadable) {
    return text{" has a base, a C array, a bit-field, a union or too many fields"};
  } else if constexpr (why == reason::united) {
    return text{" is a union"};
  } else if constexpr (why == reason::abstract) {
    return text{" is abstract"};
  } else if constexpr (why == reason::erratic) {
    return text{" is volatile"};
  } else if constexpr (why == reason::unshared) {
    return text{" has a mutable field"};
  } else if constexpr (why == reason::pointing) {
    return text{" gives no right to what it points to, which others may use meanwhile"};
  } else if constexpr (why == reason::plain) {
    return text{" may be written by two threads at once"};
  } else {
    return text{" consists of too many types"};
  }
}

/// The cause, to be read after the name of `Root`'s type.
template <goal const* Root, goal const* Culprit>
consteval auto because() {
  if constexpr (Root == Culprit) {
    return "it" + cause<Culprit>();
  } else {
    return "its part " + type_named<Culprit> + cause<Culprit>();
  }
}

/// The rule that `T` has `Marker`.
template <class Marker, class T>
struct bounded {
  static constexpr bool holds = derived<Marker, T> == verdict::yes;

  static constexpr auto sentence() {
    constexpr goal const* culprit = judge(goal_of<Marker, T>).culprit;
    constexpr auto why = because<&goal_of<Marker, T>, culprit>();
    constexpr auto opening = "[" + Marker::rule + "] ";
    if constexpr (culprit->own == verdict::no) {
      return opening + tenure::name_of<T> + " is not " + Marker::word + ", for " + why + ": " +
             Marker::advice;
    } else if constexpr (culprit->why != reason::declared &&
                         std::string_view{type_named<culprit>}.starts_with("std::")) {
      return opening + "whether " + tenure::name_of<T> + " is " + Marker::word + " is unknown, for " + why +
             ": #include <tenure/ownership/std.hpp>, which knows the standard library, and declare what it "
             "leaves out";
    } else {
      return opening + "whether " + tenure::name_of<T> + " is " + Marker::word + " is unknown, for " + why +
             ": say so, as in template <> struct tenure::declare<" + marker_named<culprit> + ", " +
             type_named<culprit> + "> : tenure::yes {}; or tenure::no";
    }
  }
};

}  // namespace detail

namespace rule {

template <class T>
struct send : detail::bounded<marker::send, T> {};
template <class T>
struct sync : detail::bounded<marker::sync, T> {};
template <class T>
struct synchronised : detail::bounded<marker::synchronised, T> {};
template <class T>
struct move : detail::bounded<marker::move, T> {};
template <class T>
struct leak : detail::bounded<marker::leak, T> {};

/// [ownership.fields] Work field by field needs a class whose fields can be read.
template <class T>
struct fields {
  static constexpr bool holds = Structured<T>;
  static constexpr auto sentence() {
    return "[ownership.fields] which fields " + name_of<T> +
           " has cannot be known: it must be an aggregate of at most 100 fields, without bases, C arrays, "
           "bit-fields and unions";
  }
};

}  // namespace rule

}  // namespace tenure
