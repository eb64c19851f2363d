// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "tenure/ownership/goals.hpp"
#include "tenure/ownership/ladder.hpp"
#include "tenure/ownership/text.hpp"

/// The markers, and how a type says which of them it has. What they mean is told in `markers.hpp`.
namespace tenure {

/// A marker is a class that says its name, the id of the rule that asks for it, what to do where a type
/// lacks it, what it holds of plain pointers (and references, unless it is one of the three about threads),
/// and what of a class whose fields cannot be read.
namespace marker {

struct send {
  static constexpr text word{"Send"};
  static constexpr text rule{"ownership.send"};
  static constexpr text advice{"give the other thread a value of its own, or share it through a mutex"};
  static constexpr verdict pointer = verdict::no;  // whoever made the pointer may use it meanwhile
  template <class>
  static constexpr verdict hidden = verdict::unknown;
};

struct sync {
  static constexpr text word{"Sync"};
  static constexpr text rule{"ownership.sync"};
  static constexpr text advice{"guard it with a mutex, or give each thread its own"};
  static constexpr verdict pointer = verdict::no;  // a const pointer still writes to what it points to
  template <class>
  static constexpr verdict hidden = verdict::unknown;
};

struct synchronised {
  static constexpr text word{"Synchronised"};
  static constexpr text rule{"ownership.synchronised"};
  static constexpr text advice{"make it const, or guard it with a mutex"};
  static constexpr verdict pointer = verdict::no;
  template <class>
  static constexpr verdict hidden = verdict::unknown;
};

struct move {
  static constexpr text word{"Move"};
  static constexpr text rule{"ownership.move"};
  static constexpr text advice{"leave it where it is and lend a reference to it, or hold it in a box"};
  static constexpr verdict pointer = verdict::yes;
  /// Moving runs the class's own code, so a class that can be moved may be moved.
  template <class T>
  static constexpr verdict hidden = std::is_move_constructible_v<T> ? verdict::yes : verdict::no;
  /// Whatever its fields say, a class that cannot be moved has not this marker.
  template <class T>
  static constexpr bool possible = std::is_move_constructible_v<T>;
};

struct leak {
  static constexpr text word{"Leak"};
  static constexpr text rule{"ownership.leak"};
  static constexpr text advice{"let its scope end, so that its destructor runs"};
  static constexpr verdict pointer = verdict::yes;
  template <class>
  static constexpr verdict hidden = verdict::unknown;
};

/// May be relocated: its bytes, mended where they refer to themselves, become the value elsewhere.
struct transfer {
  static constexpr text word{"Transfer"};
  static constexpr text rule{"selfref.transfer"};
  static constexpr text advice{"give it a move constructor that does not throw, or relocate_traits"};
  static constexpr verdict pointer = verdict::yes;
  template <class T>
  static constexpr verdict hidden = std::is_nothrow_move_constructible_v<T> ? verdict::yes : verdict::no;
};

/// May be taken apart field by field, its own destructor left out. Never derived from the fields: only its
/// author knows whether the destructor does anything.
struct destructure {
  static constexpr text word{"Destructure"};
  static constexpr text rule{"ownership.destructure"};
  static constexpr text advice{"declare it, if its destructor does nothing"};
  static constexpr bool only_declared = true;
};

}  // namespace marker

/// What a type says of a marker. Specialise it for your own types:
///
///   template <> struct tenure::declare<tenure::marker::leak, app::guard> : tenure::no {};
///   template <class T> struct tenure::declare<tenure::marker::send, app::ptr<T>> : tenure::like<T> {};
///
/// as one of `yes`, `no`, `unknown`, `like<Parts...>`, `when<is<Marker, T>...>`, before the first question.
template <class Marker, class T>
struct declare;

struct yes {
  static constexpr verdict value = verdict::yes;
};
struct no {
  static constexpr verdict value = verdict::no;
};
/// For a class that cannot say, such as one that erases the type of what it holds.
struct unknown {
  static constexpr verdict value = verdict::unknown;
};

/// A condition: `T` has `Marker`.
template <class Marker, class T>
struct is;

/// As its parts are: it has the marker exactly when all `Parts` have it. Coinductive, so parts may lead back.
template <class... Parts>
struct like {
  template <class Marker>
  using conditions = type_list<is<Marker, Parts>...>;
};

/// It has the marker exactly when all `Conditions` hold, each of them an `is<Marker, T>`.
template <class... Conditions>
struct when {
  template <class>
  using conditions = type_list<Conditions...>;
};

}  // namespace tenure
