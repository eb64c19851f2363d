// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "tenure/ownership/own.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/selfref/poison.hpp"
#include "tenure/selfref/rules.hpp"
#include "tenure/selfref/transfer.hpp"

/// Relocation: a value's life goes on at another address. There is no moved-from value afterwards, since the
/// old storage is empty; that is what sets it apart from a move, and what `own` makes expressible.
///
/// Everything here is noexcept. An aggregate of unlike members is relocated member by member, each in its
/// best way. The values are complete objects: the room for one is `sizeof(T)` bytes, which a potentially
/// overlapping subobject (a base, a `[[no_unique_address]]` member) does not have; a slot always does.
///
/// Bytes copied by `memmove` are a value of a type that is not trivially copyable only as compilers have it,
/// not as the standard says (there is no `start_lifetime_as` in GCC 12); the results pass `std::launder`. In
/// constant expressions every value is moved and destroyed instead.
/// Source: `fn relocate(&own self) -> super Self` of the post; P1144 and P2786 for what bytes may do.
namespace tenure::selfref {

/// For use in `fix_up`: where a pointer leads now that the object, `size` bytes at `here`, has come `delta`
/// bytes from its old place. A pointer into the old place moves along, any other stays. Without a branch on
/// both compilers, since which it is may be anybody's guess.
template <class P>
inline P* rebased(P* pointer, void const* here, std::size_t size, std::ptrdiff_t delta) noexcept {
  auto const at = reinterpret_cast<std::uintptr_t>(pointer);
  auto const shift = static_cast<std::uintptr_t>(delta);
  auto const old = reinterpret_cast<std::uintptr_t>(here) - shift;
#if defined(__clang__)
  // Clang would make a branch of a mask, and of a selection that it is not warned of.
  return reinterpret_cast<P*>(at + (__builtin_unpredictable(at - old < size) ? shift : 0));
#else
  return reinterpret_cast<P*>(at + (shift & (std::uintptr_t{0} - std::uintptr_t{at - old < size})));
#endif
}

namespace detail {
inline namespace TENURE_ABI {

/// Do fields that are relocated one by one make up a `T`?
template <class T>
concept Open = (OpenParts<T> || (!HasParts<T> && Structured<T> && Destructure<T>)) && !HookTo<T> &&
               !HookBy<T> && !FixesUp<T> && !HasMeans<T>;

template <class T, class F>
constexpr void with_parts(T& value, F f) {
  if constexpr (OpenParts<T>) {
    relocate_traits<T>::with_parts(value, f);
  } else {
    with_fields(value, f);
  }
}
template <class T>
struct parts_of {
  using type = typename relocate_traits<T>::parts;
};
template <class T>
  requires(!HasParts<T>)
struct parts_of<T> {
  using type = field_types<T>;
};

inline std::ptrdiff_t bytes_between(void const* from, void const* to) noexcept {
  return static_cast<std::ptrdiff_t>(reinterpret_cast<std::uintptr_t>(to) -
                                     reinterpret_cast<std::uintptr_t>(from));
}

/// Mends `n` values whose bytes have come `delta` bytes to `first`.
template <class T>
constexpr void fix_up(T* first, std::size_t n, std::ptrdiff_t delta) noexcept {
  if constexpr (std::is_array_v<T>) {
    fix_up(&(*first)[0], n * std::extent_v<T>, delta);
  } else if constexpr (FixesUp<T>) {
    static_assert(told<rule::hook_noexcept<T, noexcept(relocate_traits<T>::fix_up(first, n, delta))>>());
    relocate_traits<T>::fix_up(first, n, delta);
  } else if constexpr (relocation_tier<T> == tier::memcpy_fixup) {
    for (std::size_t i = 0; i < n; ++i) {
      [&]<class... Part>(type_list<Part...>) {
        with_parts(first[i], [delta](auto&... part) {
          static_cast<void>(delta);
          ((std::is_reference_v<Part>
                ? void()
                : fix_up(const_cast<std::remove_cvref_t<Part>*>(std::addressof(part)), 1, delta)),
           ...);
        });
      }(typename parts_of<T>::type{});
    }
  }
}

template <class T>
constexpr void move_one(T* from, T* to) noexcept;

/// The author's hook. It ends an own that no storage has lent, so one is noted beforehand.
template <class T>
constexpr T* call_hook(T* from, T* to) noexcept {
  loans::divide(from, 2);
  if constexpr (HookTo<T>) {
    static_assert(
        told<rule::hook_noexcept<T, noexcept(relocate_traits<T>::relocate(own<T>::from_raw(from), to))>>());
    return own_access::give_up(relocate_traits<T>::relocate(own<T>::from_raw(from), static_cast<void*>(to)));
  } else {
    static_assert(
        told<rule::hook_noexcept<T, noexcept(relocate_traits<T>::relocate(own<T>::from_raw(from)))>>());
    auto make = [from]() noexcept -> T { return relocate_traits<T>::relocate(own<T>::from_raw(from)); };
    return construct_from(to, make);
  }
}

/// Relocates one part to the same offset in the new whole. In the order of declaration: a part that lies in
/// the tail padding of an earlier one is written after it. An empty part has no bytes of its own.
template <class Part, class T, class Field>
void move_part(T const* from, T* to, Field& field) noexcept {
  using bare = std::remove_cv_t<Part>;
  auto* const old = const_cast<bare*>(std::addressof(field));
  void* const place = reinterpret_cast<std::byte*>(to) + bytes_between(from, old);
  if constexpr (std::is_empty_v<bare> && std::is_trivially_copyable_v<bare>) {
    return;
  } else {
    move_one(old, static_cast<bare*>(place));
  }
}

template <class T>
constexpr void move_and_destroy(T* from, T* to) noexcept {
  if constexpr (std::is_array_v<T>) {
    for (std::size_t i = 0; i < std::extent_v<T>; ++i) move_one(&(*from)[i], &(*to)[i]);
  } else {
    std::construct_at(to, std::move(*from));
    std::destroy_at(from);
  }
}

/// The value at `from` goes on at `to`, storage for a complete `T` that overlaps not with it.
template <class T>
constexpr void move_one(T* from, T* to) noexcept {
  constexpr tier by = relocation_tier<T>;
  if constexpr (by == tier::hook && (HookTo<T> || HookBy<T>)) {
    call_hook(from, to);
  } else if (std::is_constant_evaluated()) {
    if constexpr (std::is_move_constructible_v<T> || std::is_array_v<T>) move_and_destroy(from, to);
  } else if constexpr (by <= tier::memcpy_fixup) {
    lift_poison(from, sizeof(T));
    std::memcpy(static_cast<void*>(to), static_cast<void const*>(from), sizeof(T));
    fix_up(std::launder(to), 1, bytes_between(from, to));
  } else if constexpr (Open<T>) {
    [from, to]<class... Part>(type_list<Part...>) {
      with_parts(*from, [from, to](auto&... part) { (move_part<Part>(from, to, part), ...); });
    }(typename parts_of<T>::type{});
  } else {
    move_and_destroy(from, to);
  }
}

/// May the `n` values from `first` on go to `to` one by one, the first of them first?
template <class T>
constexpr bool may_go_forwards(T const* first, std::size_t n, T const* to) noexcept {
  if (!std::is_constant_evaluated()) {
    return static_cast<std::size_t>(bytes_between(first, to)) >=
           n * sizeof(T);  // before them, or behind them all
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (first + i == to) return false;
  }
  return true;
}

}  // namespace TENURE_ABI
}  // namespace detail

inline namespace TENURE_ABI {

/// The value, relocated into the result: `fn relocate(&own self) -> super Self`. Consumes the own.
/// By the hook that returns a `T`, else by the move constructor where that is right. A type that has only a
/// hook of the form `relocate(own<T>, void*)` is relocated by `relocate_at`, for a function cannot name the
/// place of its result.
/// Errors: [selfref.transfer], [selfref.hook].
template <class T>
[[nodiscard]] constexpr T relocate(own<T> from) noexcept {
  if constexpr (enforce<rule::transfer<T>>() && enforce<rule::by_value<T>>()) {
    if constexpr (detail::HookBy<T>) {
      return relocate_traits<T>::relocate(std::move(from));
    } else {
      return std::move(from).take();
    }
  } else {
    std::abort();
  }
}

/// Relocates the value to raw storage: at least `sizeof(T)` bytes at `to`, aligned for `T`, that hold no
/// value and are no part of the old place. Consumes the own; the result owns the value there.
/// What a hook calls for the members it has no opinion on. Errors: [selfref.transfer].
template <class T>
[[nodiscard]] constexpr own<T> relocate_to(own<T> from, T* to) noexcept {
  if constexpr (enforce<rule::transfer<T>>()) {
    T* const old = from.get();  // traps where it was moved from
    static_cast<void>(tenure::detail::own_access::give_up(std::move(from)));
    detail::move_one(old, to);
    tenure::loans::end(old);
    return own<T>::from_raw(std::launder(to));
  } else {
    std::abort();
  }
}

/// Relocates the value into a slot, which lends it. Consumes the own.
/// Precondition: the slot has lent nothing ([ownership.lent]). Errors: [selfref.transfer].
template <class T>
[[nodiscard]] constexpr own<T> relocate_at(own<T> from, slot<T>& to) noexcept {
  if constexpr (enforce<rule::transfer<T>>()) {
    T* const place = tenure::detail::slot_access::free_place(to);
    T* const old = from.get();  // traps where it was moved from
    static_cast<void>(tenure::detail::own_access::give_up(std::move(from)));
    detail::move_one(old, place);
    tenure::loans::end(old);
    return tenure::detail::slot_access::lend(to, std::launder(place));
  } else {
    std::abort();
  }
}

/// Relocates the `n` values from `first` on to the storage from `to` on, and returns the end of that,
/// `to + n`. The two may overlap, as in one buffer whose elements shift. Linear, in one pass of bytes and
/// one of fix-up where the tier allows. Errors: [selfref.transfer].
template <class T>
constexpr T* relocate_n(T* first, std::size_t n, T* to) noexcept {
  if constexpr (enforce<rule::transfer<T>>()) {
    if (n == 0 || first == to) return to + n;
    if constexpr (relocation_tier<T> <= tier::memcpy) {
      if (!std::is_constant_evaluated()) {
        detail::lift_poison(first, n * sizeof(T));
        std::memmove(static_cast<void*>(to), static_cast<void const*>(first), n * sizeof(T));
        return to + n;
      }
    }
    if (detail::may_go_forwards(first, n, to)) {
      for (std::size_t i = 0; i < n; ++i) detail::move_one(first + i, to + i);
    } else {
      for (std::size_t i = n; i-- > 0;) detail::move_one(first + i, to + i);
    }
  }
  return to + n;
}

/// Exchanges two values by three relocations: right for types that refer to themselves by address, which
/// `std::swap` would mend three times or, where it copies bytes, not at all. Neither is a potentially
/// overlapping subobject, and nobody else refers to either. Errors: [selfref.transfer].
template <class T>
constexpr void swap_places(T& a, T& b) noexcept {
  if constexpr (enforce<rule::transfer<T>>()) {
    if (std::addressof(a) == std::addressof(b)) return;
    union room {
      constexpr room() noexcept {}
      constexpr ~room() {}
      T value;
    } between;
    detail::move_one(std::addressof(a), std::addressof(between.value));
    detail::move_one(std::addressof(b), std::addressof(a));
    detail::move_one(std::addressof(between.value), std::addressof(b));
  }
}

}  // namespace TENURE_ABI
}  // namespace tenure::selfref
