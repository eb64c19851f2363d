// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "tenure/ownership/declare.hpp"
#include "tenure/ownership/goals.hpp"
#include "tenure/ownership/structure.hpp"
#include "tenure/ownership/text.hpp"

/// Marker traits: what may be done to a value of a type, everywhere in the program.
///
///   Send   another thread may take the value over
///   Sync   several threads may read it at once: `Sync<T>` exactly when `Send<T const&>`
///   Move   it may be moved after its address was observed
///   Leak   its destructor may be skipped
///
/// An API that does one of these to any `T` bounds `T` by the marker; then types that cannot bear it may
/// exist. Source: without boats, "Changing the rules of Rust"; the auto traits of Rust.
///
/// C++ is not Rust: `const` is shallow and copies share. So one marker more is needed: `Synchronised` types
/// may be *written* by several threads at once, such as atomics and mutexes. A `T&` is Send only if `T` is
/// Synchronised, since whoever made the reference may still use it.
namespace tenure {

namespace rule {

/// [ownership.incomplete] What a class is made of can be asked once it is defined.
template <class T>
struct incomplete {
  static constexpr bool holds = requires { sizeof(T); };
  static constexpr auto sentence() {
    return "[ownership.incomplete] " + name_of<T> +
           " is incomplete here, so nothing is known of its fields: ask after its definition, or declare "
           "the marker for it";
  }
};

}  // namespace rule

namespace detail {

template <class Marker, class T>
concept Declared = requires { sizeof(declare<Marker, T>); };

/// A class without state that is a function: a lambda that captures nothing.
template <class T>
concept Captureless = std::is_empty_v<T> && !std::is_aggregate_v<T> && requires(T const& f) {
  requires std::is_function_v<std::remove_pointer_t<decltype(+f)>>;
};

/// What is known of a goal at once, why, and on which further goals it depends.
template <verdict Own, reason Why, class Conditions = type_list<>>
struct answer {};

template <class Marker>
inline constexpr bool about_threads =
    std::is_same_v<Marker, marker::send> || std::is_same_v<Marker, marker::sync> ||
    std::is_same_v<Marker, marker::synchronised>;
template <class Marker>
inline constexpr bool is_synchronised = std::is_same_v<Marker, marker::synchronised>;

template <class Marker, class... Fields>
constexpr auto all_have(type_list<Fields...>) {
  return answer<verdict::yes, reason::parts, type_list<is<Marker, Fields>...>>{};
}

/// For a class that says nothing itself.
template <class Marker, class T>
constexpr auto answer_of_class() {
  if constexpr (!enforce<rule::incomplete<T>>()) {
    return answer<verdict::unknown, reason::hidden>{};
  } else if constexpr (std::is_union_v<T>) {
    return answer<verdict::unknown, reason::united>{};
  } else if constexpr (std::is_abstract_v<T>) {
    return answer<verdict::unknown, reason::abstract>{};
  } else if constexpr (requires { requires !Marker::template possible<T>; }) {
    return answer<verdict::no, reason::impossible>{};
  } else if constexpr (Structured<T>) {
    if constexpr (!std::is_same_v<Marker, marker::sync>) {
      return all_have<Marker>(field_types<T>{});
    } else if constexpr (has_mutable_field<T>) {
      return answer<verdict::unknown, reason::unshared>{};
    } else {
      return all_have<Marker>(field_types<T>{});
    }
  } else if constexpr (std::is_aggregate_v<T>) {
    return answer<verdict::unknown, reason::unreadable>{};
  } else if constexpr (Captureless<T>) {
    return answer<verdict::yes, reason::plain>{};
  } else {
    return answer<Marker::template hidden<T>, reason::hidden>{};
  }
}

template <class Marker, class T>
constexpr auto answer_of() {
  if constexpr (Declared<Marker, T>) {
    if constexpr (requires { declare<Marker, T>::value; }) {
      return answer<declare<Marker, T>::value, reason::declared>{};
    } else {
      return answer<verdict::yes, reason::parts, typename declare<Marker, T>::template conditions<Marker>>{};
    }
  } else if constexpr (requires { Marker::only_declared; }) {
    return answer<verdict::unknown, reason::undeclared>{};
  } else if constexpr ((std::is_class_v<T> || std::is_union_v<T>) && std::is_same_v<T, std::remove_cv_t<T>>) {
    return answer_of_class<Marker, T>();
  } else if constexpr (std::is_array_v<T>) {
    return answer<verdict::yes, reason::parts, type_list<is<Marker, std::remove_extent_t<T>>>>{};
  } else if constexpr (std::is_volatile_v<T>) {
    return answer<verdict::unknown, reason::erratic>{};  // changed by something outside C++'s memory model
  } else if constexpr (std::is_const_v<T>) {
    using bare = std::remove_const_t<T>;
    if constexpr (is_synchronised<Marker>) {
      return answer<verdict::yes, reason::parts, type_list<is<marker::sync, bare>>>{};  // is only ever read
    } else if constexpr (
        requires { requires Marker::template possible<bare>; } &&
        !requires { requires Marker::template possible<T>; }) {
      return answer<verdict::no, reason::impossible>{};  // moving from const copies, or is refused
    } else {
      return answer<verdict::yes, reason::parts, type_list<is<Marker, bare>>>{};
    }
  } else if constexpr (std::is_reference_v<T>) {
    if constexpr (about_threads<Marker>) {
      using target = std::remove_reference_t<T>;
      return answer<verdict::yes, reason::parts, type_list<is<marker::synchronised, target>>>{};
    } else {
      return answer<Marker::pointer, reason::pointing>{};
    }
  } else if constexpr (std::is_void_v<T> || std::is_function_v<T>) {
    return answer<verdict::yes, reason::plain>{};  // no value, or code: nothing of it changes or ends
  } else if constexpr (std::is_pointer_v<T> && !std::is_function_v<std::remove_pointer_t<T>>) {
    return answer<Marker::pointer, reason::pointing>{};
  } else {  // a number, an enumerator, a pointer to a function or member, nullptr
    return answer<is_synchronised<Marker> ? verdict::no : verdict::yes, reason::plain>{};
  }
}

template <class Marker, class T, class Answer = decltype(answer_of<Marker, T>())>
inline constexpr goal goal_of{};

template <class Conditions>
inline constexpr goal const* const* goals_of = nullptr;
template <class... Marker, class... T>
inline constexpr goal const* goals_of<type_list<is<Marker, T>...>>[] = {&goal_of<Marker, T>...};
template <>
inline constexpr goal const* const* goals_of<type_list<>> = nullptr;

template <class Marker, class T, verdict Own, reason Why, class Conditions>
inline constexpr goal goal_of<Marker, T, answer<Own, Why, Conditions>>{.own = Own,
                                                                       .why = Why,
                                                                       .word = Marker::word,
                                                                       .marker = &signature_of<Marker>,
                                                                       .type = &signature_of<T>,
                                                                       .hash = hash_of(signature_of<T>()),
                                                                       .parts = goals_of<Conditions>,
                                                                       .size = Conditions::size};

}  // namespace detail

/// The verdict on `T`: what was declared of it; else, for what the language itself defines, as listed above;
/// else, for an aggregate whose fields can be read, the verdict on all of them together; else unknown.
///
/// Recursive types are judged coinductively: `derived` looks at every goal that can be reached, and only a
/// goal that is itself refused or unknown makes the answer so. Nothing is concluded, or kept, under an
/// assumption. Cost: linear in the number of distinct types reached.
/// Error: [ownership.incomplete] if the fields of a class are asked for that is not yet defined.
template <class Marker, class T>
inline constexpr verdict derived = detail::judge(detail::goal_of<Marker, T>).result;

template <class T>
concept Send = derived<marker::send, T> == verdict::yes;
template <class T>
concept Sync = derived<marker::sync, T> == verdict::yes;
template <class T>
concept Synchronised = derived<marker::synchronised, T> == verdict::yes;
template <class T>
concept Move = derived<marker::move, T> == verdict::yes;
template <class T>
concept Leak = derived<marker::leak, T> == verdict::yes;

}  // namespace tenure
