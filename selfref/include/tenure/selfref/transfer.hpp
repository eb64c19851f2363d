// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenure/ownership/markers.hpp"
#include "tenure/ownership/own.hpp"
#include "tenure/ownership/pieces.hpp"
#include "tenure/ownership/structure.hpp"

/// `Transfer`: may a value be relocated, that is, continue its life at another address, and by which means?
///
/// What is known of a type, the first that applies:
///  1. its author's `relocate_traits<T>`;
///  2. `declare<marker::transfer, T>`: no, or yes, which for an aggregate says that no pointer in it leads
///     into the object itself;
///  3. an aggregate whose fields can be read is as its fields are. A field that is a plain pointer or
///     reference to `U` (or a class that is one, such as `std::string_view`) may refer to the object itself
///     where a `U` may lie in there; then nobody can know, and the aggregate is not Transfer. A `void*` may
///     always. What remains unseen are the private parts of classes that hide their fields;
///  4. a class that is copied byte by byte, with no pointer, reference or union in it: its bytes are the
///  value;
///  5. any other aggregate is not Transfer;
///  6. a class that hides its fields is Transfer when its move constructor is noexcept: it runs the author's
///     code.
///
/// The compilers' own traits are no proof (they differ, and call a class with a pointer to itself
/// relocatable), so they are not asked.
/// Source: `Transfer` and `Relocate` of Y. Wuyts, "Ergonomic self-referential types", part 2.
namespace tenure::selfref {

/// The means by which values of a type are relocated, the best first. An aggregate, whose members are each
/// relocated in their own best way, has the means of its worst member.
enum class tier {
  realloc,       ///< the bytes are the value: a whole array may be handed to realloc
  memcpy,        ///< so too, but the alignment is beyond what malloc gives
  memcpy_fixup,  ///< bytes, then one pass mends what refers to the object itself
  hook,          ///< the author's `relocate_traits<T>::relocate`
  move_destroy,  ///< move construction and destruction
  none,          ///< not Transfer
};

/// What the author of a type says about its relocation, by specialising it. One of:
///
///   static own<T> relocate(own<T> from, void* to) noexcept;   // tier::hook: ends the value, begins it at
///   `to` static T relocate(own<T> from) noexcept;                  // tier::hook: constructed in place by
///   elision static void fix_up(T* first, std::size_t n, std::ptrdiff_t delta) noexcept;  //
///   tier::memcpy_fixup:
///                   // the bytes of n values are at `first` now, `delta` bytes from where they were before
///   static constexpr tier means = ...;                        // or derive from relocates_by<...>
///   using parts = type_list<...>;                             // as these are, all of which lie in the
///   object
template <class T>
struct relocate_traits {};

/// `template <> struct relocate_traits<app::handle> : relocates_by<tier::realloc> {};`
/// What the class owns must lie elsewhere: references to it need no mending.
template <tier By>
struct relocates_by {
  static constexpr tier means = By;
};

/// An own is a pointer to storage elsewhere.
template <class T>
struct relocate_traits<own<T>> : relocates_by<tier::realloc> {};

namespace detail {

using namespace tenure::detail;

template <class T>
concept HasMeans = requires { relocate_traits<T>::means; };
template <class T>
concept HasParts = requires { typename relocate_traits<T>::parts; };
/// The parts can be reached one by one: `with_parts(t, f)` calls `f(part...)`.
template <class T>
concept OpenParts = HasParts<T> && requires(T& t) { relocate_traits<T>::with_parts(t, [](auto&...) {}); };
template <class T>
concept FixesUp =
    requires(T* first, std::size_t n, std::ptrdiff_t delta) { relocate_traits<T>::fix_up(first, n, delta); };
template <class T>
concept HookTo = requires(own<T> from, void* to) {
  { relocate_traits<T>::relocate(std::move(from), to) } -> std::same_as<own<T>>;
};
template <class T>
concept HookBy = requires(own<T> from) {
  { relocate_traits<T>::relocate(std::move(from)) } -> std::same_as<T>;
};
template <class T>
concept NeedsHook = requires { requires relocate_traits<T>::needs_hook; };

template <std::size_t N>
struct bytes_of {
  unsigned char bytes[N];
};
/// No pointer, reference, union or hidden code in it: exactly then the bytes may become a `T` in a constant
/// expression. (Clang 19 refuses bit-fields and classes without a constexpr constructor too.)
template <class T>
concept Plain = std::is_trivially_copyable_v<T> && std::is_move_constructible_v<T> && requires {
  typename std::bool_constant<(static_cast<void>(std::bit_cast<T>(bytes_of<sizeof(T)>{})), true)>;
};

template <class T>
concept Byte = std::is_same_v<T, char> || std::is_same_v<T, unsigned char> ||
               std::is_same_v<T, signed char> || std::is_same_v<T, std::byte> || std::is_same_v<T, char8_t>;

/// May a pointer to `U` be one to an object of type `X`?
template <class U, class X>
consteval bool reaches() {
  if constexpr (std::is_void_v<U> || std::is_same_v<U, X> || (Byte<U> && Byte<X>)) {
    return true;
  } else if constexpr (std::is_class_v<U> && std::is_class_v<X> && requires { sizeof(U); }) {
    return std::is_base_of_v<U, X> || std::is_base_of_v<X, U>;
  } else {
    return false;
  }
}

template <class U, class T>
consteval bool may_hold();
template <class U, class... F>
consteval bool one_may_hold(type_list<F...>) {
  return (may_hold<U, F>() || ...);
}

/// May an object that a pointer to `U` can reach lie in a `T`?
template <class U, class T>
consteval bool may_hold() {
  using bare = std::remove_cv_t<T>;
  if constexpr (std::is_reference_v<T>) {
    return false;
  } else if constexpr (reaches<U, bare>()) {
    return true;
  } else if constexpr (std::is_array_v<bare>) {
    return may_hold<U, std::remove_extent_t<bare>>();
  } else if constexpr (HasParts<bare>) {
    return one_may_hold<U>(typename relocate_traits<bare>::parts{});
  } else if constexpr (HasMeans<bare> || !std::is_class_v<bare>) {
    return false;
  } else if constexpr (Structured<bare>) {
    return one_may_hold<U>(field_types<bare>{});
  } else if constexpr (std::is_trivially_copyable_v<bare> && !Plain<bare>) {
    return false;                                           // it is a pointer itself
  } else if constexpr (requires(bare& t) { *t.data(); }) {  // a string: what it hands out may lie in it
    return reaches<U, std::remove_cvref_t<decltype(*std::declval<bare&>().data())>>();
  } else if constexpr (requires(bare& t) { *t, t.has_value(); }) {
    return reaches<U, std::remove_cvref_t<decltype(*std::declval<bare&>())>>();
  } else {
    return std::is_aggregate_v<bare>;  // one whose fields cannot be read
  }
}

/// To what a value of type `T` may refer by address: `T` is a pointer, a reference, or a class that is
/// copied as one and hands out what it points to. `no_target` for all others.
struct no_target {};
template <class T>
consteval auto target_of() {
  if constexpr (std::is_pointer_v<T> || std::is_reference_v<T>) {
    using target = std::remove_pointer_t<std::remove_reference_t<T>>;
    if constexpr (std::is_function_v<target>) {
      return std::type_identity<no_target>{};
    } else {
      return std::type_identity<std::remove_cv_t<target>>{};
    }
  } else if constexpr (!std::is_class_v<T> || !std::is_trivially_copyable_v<T>) {
    return std::type_identity<no_target>{};
  } else if constexpr (requires(T const& t) { *t.data(); }) {
    return std::type_identity<std::remove_cvref_t<decltype(*std::declval<T const&>().data())>>{};
  } else if constexpr (requires(T const& t) { requires std::is_reference_v<decltype(*t)>; }) {
    return std::type_identity<std::remove_cvref_t<decltype(*std::declval<T const&>())>>{};
  } else if constexpr (requires(T const& t) { requires std::is_reference_v<decltype(t.get())>; }) {
    return std::type_identity<std::remove_cvref_t<decltype(std::declval<T const&>().get())>>{};
  } else {
    return std::type_identity<no_target>{};
  }
}

/// May a value of type `T` that lies in a `Root` refer to something else in that `Root`?
template <class Root, class T>
consteval bool may_lead_inside() {
  using target = typename decltype(target_of<T>())::type;
  if constexpr (std::is_same_v<target, no_target> || !std::is_class_v<Root>) {
    return false;
  } else {
    return may_hold<target, Root>();
  }
}

enum class cause { none, declared, inward, unreadable, immovable, throwing, unsafe };

/// The means for a type, and if there is none, why, and which of its parts is to blame.
struct means {
  tier by = tier::none;
  cause why = cause::none;
  char const* (*part)() = nullptr;
};

constexpr means worse(means a, means b) { return b.by > a.by ? b : a; }

/// A declared author's word needs no look at pointers: there is no root then.
using trusted = void;

template <class Root, class T>
consteval means means_of();

template <class Root, class... F>
consteval means means_of_all(type_list<F...>) {
  means worst{tier::realloc};
  ((worst = worse(worst, means_of<Root, F>())), ...);
  return worst;
}

template <class T>
consteval means by_bytes() {
  return {alignof(T) <= alignof(std::max_align_t) ? tier::realloc : tier::memcpy};
}

template <class T>
consteval means by_move() {
  if constexpr (std::is_trivially_copyable_v<T> && std::is_move_constructible_v<T>) {
    return by_bytes<T>();
  } else if constexpr (std::is_nothrow_move_constructible_v<T> && std::is_nothrow_destructible_v<T>) {
    return {tier::move_destroy};
  } else {
    return {tier::none, std::is_move_constructible_v<T> ? cause::throwing : cause::immovable,
            signature_of<T>};
  }
}

/// From the means of the parts to those of the whole. `Open`: its parts may be relocated one by one.
template <class T, bool Open>
consteval means composed(means parts) {
  if (parts.by == tier::none) return parts;
  if (parts.by <= tier::memcpy) return by_bytes<T>();
  return Open ? parts : by_move<T>();
}

template <class T>
concept SaysTransfer = Declared<marker::transfer, T>;

template <class Root, class T>
consteval means means_of_class() {
  if constexpr (FixesUp<T>) {
    return {tier::memcpy_fixup};
  } else if constexpr (HookTo<T> || HookBy<T>) {
    return {tier::hook};
  } else if constexpr (NeedsHook<T>) {
    return {tier::none, cause::unsafe, signature_of<T>};
  } else if constexpr (HasMeans<T>) {
    if constexpr (relocate_traits<T>::means <= tier::memcpy) {
      return by_bytes<T>();
    } else if constexpr (relocate_traits<T>::means == tier::none) {
      return {tier::none, cause::declared, signature_of<T>};
    } else {
      return by_move<T>();
    }
  } else if constexpr (HasParts<T>) {
    return composed<T, OpenParts<T>>(means_of_all<Root>(typename relocate_traits<T>::parts{}));
  } else if constexpr (SaysTransfer<T> && derived<marker::transfer, T> != verdict::yes) {
    return {tier::none, cause::declared, signature_of<T>};
  } else if constexpr (Structured<T>) {
    using root = std::conditional_t<SaysTransfer<T>, trusted, Root>;
    constexpr bool open = Destructure<T>;
    constexpr means fields = means_of_all<root>(field_types<T>{});
    if constexpr (open || fields.by == tier::none) {
      return composed<T, open>(fields);
    } else {
      return by_move<T>();  // its destructor may know where it is
    }
  } else if constexpr (Plain<T>) {
    return by_bytes<T>();
  } else if constexpr (std::is_aggregate_v<T> && !SaysTransfer<T>) {
    return {tier::none, cause::unreadable, signature_of<T>};
  } else if constexpr (may_lead_inside<Root, T>()) {
    return {tier::none, cause::inward, signature_of<T>};
  } else {
    return by_move<T>();
  }
}

template <class Root, class T>
consteval means means_of() {
  if constexpr (std::is_array_v<T>) {
    return means_of<Root, std::remove_extent_t<T>>();
  } else if constexpr (std::is_reference_v<T> || std::is_pointer_v<std::remove_cv_t<T>>) {
    if constexpr (may_lead_inside<Root, std::remove_cv_t<T>>()) {
      return {tier::none, cause::inward, signature_of<T>};
    } else {
      return {tier::realloc};
    }
  } else if constexpr (std::is_union_v<T>) {
    return means_of_class<Root, T>();
  } else if constexpr (!std::is_class_v<T>) {
    return by_bytes<T>();
  } else if constexpr (std::is_const_v<T>) {
    constexpr means plain = means_of_class<Root, std::remove_const_t<T>>();
    return plain.by == tier::move_destroy ? by_move<T>() : plain;
  } else {
    return means_of_class<Root, T>();
  }
}

template <class T>
inline constexpr means means_for = means_of<T, T>();

}  // namespace detail

/// By which means a `T` is relocated. Chosen at compile time.
template <class T>
inline constexpr tier relocation_tier = detail::means_for<T>.by;

/// A `T` may be relocated by `relocate` and its kin.
template <class T>
concept Transfer = std::is_object_v<T> && relocation_tier<T> != tier::none;

/// The bytes of a `T` are its value: tier::realloc or tier::memcpy.
template <class T>
concept BytewiseTransfer = Transfer<T> && relocation_tier<T> <= tier::memcpy;

}  // namespace tenure::selfref
