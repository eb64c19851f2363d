// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "tenure/ownership/address.hpp"
#include "tenure/ownership/structure.hpp"
#include "tenure/ownership/text.hpp"
#include "tenure/views/place_set.hpp"
#include "tenure/views/selectors.hpp"

/// Where is a place? From steps to an lvalue, and to the bytes that it takes in the object.
namespace tenure::views {

namespace detail {

template <auto Step>
inline constexpr bool is_position = std::is_integral_v<decltype(Step)>;

template <class T>
concept TupleLike = requires { std::tuple_size<T>::value; };

/// A class whose fields are not known by their positions.
template <class T>
concept HidesPositions = std::is_class_v<T> && !TupleLike<T> && !Structured<T>;

struct skipped {
  template <class T>
  constexpr skipped(T&) noexcept {}
};
template <std::size_t>
using skipped_at = skipped;

template <class Before>
struct picker;
template <std::size_t... Before>
struct picker<std::index_sequence<Before...>> {
  template <class Field, class... After>
  constexpr Field& operator()(skipped_at<Before>..., Field& field, After&...) const noexcept {
    return field;
  }
};

template <std::size_t I, class T>
constexpr auto& at_position(T& object) noexcept {
  if constexpr (TupleLike<std::remove_cv_t<T>>) {
    return get<I>(object);
  } else {
    return with_fields(object, picker<std::make_index_sequence<I>>{});
  }
}

template <class... Fields>
consteval bool are_objects(type_list<Fields...>) {
  return (!std::is_reference_v<Fields> && ...);
}

/// Can the field at position `I` be told apart from outside?
template <std::size_t I, class T>
consteval bool has_position() {
  if constexpr (TupleLike<T>) {
    if constexpr (I < std::tuple_size<T>::value) {
      return !std::is_reference_v<std::tuple_element_t<I, T>>;
    }
  } else if constexpr (std::is_class_v<T> && Structured<T>) {
    return I < field_count<T> && are_objects(field_types<T>{});
  }
  return false;
}

template <auto Step, class T>
concept StepIn = requires(T& object) {
  requires std::is_member_object_pointer_v<decltype(Step)>;
  object.*Step;
} || [] {
  if constexpr (is_position<Step>) {
    return has_position<static_cast<std::size_t>(Step), std::remove_cv_t<T>>();
  } else {
    return false;
  }
}();

template <auto Step, class T>
constexpr auto& step(T& object) noexcept {
  if constexpr (is_position<Step>) {
    return at_position<static_cast<std::size_t>(Step)>(object);
  } else {
    return object.*Step;
  }
}

/// The lvalue that the steps lead to. `Steps` are in `T`.
template <auto... Steps>
struct walk;
template <auto First, auto... Rest>
struct walk<First, Rest...> {
  template <class T>
  static constexpr auto& in(T& object) noexcept {
    if constexpr (sizeof...(Rest) == 0) {
      return step<First>(object);
    } else {
      return walk<Rest...>::in(step<First>(object));
    }
  }
  template <class T>
  static consteval bool possible() {
    if constexpr (!StepIn<First, T>) {
      return false;
    } else if constexpr (sizeof...(Rest) == 0) {
      return true;
    } else {
      return walk<Rest...>::template possible<
          std::remove_reference_t<decltype(step<First>(std::declval<T&>()))>>();
    }
  }
};
template <>
struct walk<> {
  template <class>
  static consteval bool possible() {
    return false;
  }
};

/// Storage for a `T` that is never there: its members have addresses, and addresses can be compared while
/// compiling.
template <class T>
union stage {
  char none = 0;
  unsigned char bytes[sizeof(T)];
  T value;
  constexpr stage() noexcept {}
  constexpr ~stage() {}
};
template <class T>
inline constexpr stage<T> stage_of{};

/// How many bytes after the first one `place` begins. Precondition: it points into the `size` bytes.
constexpr std::size_t distance(unsigned char const* bytes, std::size_t size, void const* place) {
#if defined(__clang__)
  static_cast<void>(bytes);
  return size - __builtin_object_size(place, 0);  // which is what is left from there on
#else
  std::size_t low = 0;
  while (size > 1) {
    std::size_t const half = size / 2;
    if (place < static_cast<void const*>(bytes + low + half)) {
      size = half;
    } else {
      low += half;
      size -= half;
    }
  }
  return low;
#endif
}

constexpr std::uint64_t hash(char const* name, std::uint64_t value = 14695981039346656037u) {
  for (; *name != '\0'; ++name) value = (value ^ static_cast<unsigned char>(*name)) * 1099511628211u;
  return value;
}

inline constexpr std::uint64_t beyond = std::uint64_t{1} << 63;

/// The bytes of a field that begins `start` bytes after the object does. An empty field has no bytes, and may
/// share its address with another one: it is a point of its own, beyond the object.
template <class F>
constexpr extent field_extent(std::uint64_t start) {
  if constexpr (std::is_empty_v<F>) {
    std::uint64_t const point = beyond | (hash(tenure::detail::signature_of<F>(), start) >> 2);
    return {point, point + 1};
  } else {
    return {start, start + sizeof(F)};
  }
}

/// The fields of an aggregate by their positions: one table for all of them.
template <std::size_t N>
struct extents {
  extent at[N + 1]{};
};
template <class T>
inline constexpr auto positions = with_fields(stage_of<T>.value, []<class... F>(F&... field) {
  return extents<sizeof...(F)>{
      {field_extent<F>(distance(stage_of<T>.bytes, sizeof(T), address_of(field)))...}};
});

/// The bytes of the place in a `T`. An abstract class cannot be laid out: its members are known by their
/// names, each with 4 GiB of its own.
template <class T, auto First, auto... Rest>
consteval extent locate() {
  if constexpr (is_position<First> && sizeof...(Rest) == 0 && !TupleLike<T>) {
    return positions<T>.at[First];
  } else if constexpr (std::is_abstract_v<T>) {
    using F = std::remove_reference_t<decltype(step<First>(std::declval<T&>()))>;
    std::uint64_t const start =
        (beyond / 2) | (hash(tenure::detail::signature_of<path<First>>()) >> 36 << 32);
    if constexpr (sizeof...(Rest) == 0) {
      return {start, start + sizeof(F)};
    } else {
      extent const inner = locate<F, Rest...>();
      return {start + inner.begin, start + inner.end};
    }
  } else {
    auto& place = walk<First, Rest...>::in(stage_of<T>.value);
    std::uint64_t const start = distance(stage_of<T>.bytes, sizeof(T), address_of(place));
    if constexpr (sizeof...(Rest) == 0) {
      return field_extent<std::remove_reference_t<decltype(place)>>(start);
    } else {
      return {start, start + sizeof(place)};
    }
  }
}

}  // namespace detail

/// A path whose steps lead somewhere in a `T`. Members are found where the code at hand may name them;
/// positions only in tuples, pairs, arrays and aggregates whose fields can be read (`Structured`) and are no
/// references, whose referents are no part of the object.
template <class T, auto... Steps>
concept PathIn = detail::walk<Steps...>::template possible<std::remove_cv_t<T>>();

/// Where the path leads in a `T`.
template <class T, auto... Steps>
  requires PathIn<T, Steps...>
inline constexpr extent place_of = detail::locate<std::remove_cv_t<T>, Steps...>();

}  // namespace tenure::views
