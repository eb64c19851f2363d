// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenure/ownership/text.hpp"
#include "tenure/sessions/coded.hpp"

namespace tenure::sessions {

namespace detail {

template <class T, std::size_t I, class... Fields>
struct bad_field;

template <class T, class... Fields>
consteval auto first_objection(type_list<Fields...>) {
  return bad_field<T, 1, Fields...>::told();
}

template <class T>
inline constexpr bool has_bad_field = false;
template <Structured T>
inline constexpr bool has_bad_field<T> = !all_encodable(field_types<T>{});

/// Why a type cannot be encoded.
template <class T>
consteval auto objection() {
  if constexpr (std::is_reference_v<T>)
    return name_of<T> + " is a reference, which leads nowhere at the other end";
  else if constexpr (std::is_pointer_v<T> || std::is_member_pointer_v<T> || std::is_null_pointer_v<T>)
    return name_of<T> + " is a pointer, which leads nowhere at the other end";
  else if constexpr (std::is_const_v<T>)
    return name_of<T> + " is const and cannot be read in";
  else if constexpr (std::is_enum_v<T>)
    return name_of<T> + " is an enumeration without a fixed type: write enum class";
  else if constexpr (std::is_floating_point_v<T>)
    return name_of<T> + " has another size elsewhere";
  else if constexpr (has_bad_field<T>)
    return first_objection<T>(field_types<T>{});
  else if constexpr (!std::default_initializable<T> || !std::movable<T>)
    return name_of<T> + " cannot be made empty and then moved to";
  else
    return "the fields of " + name_of<T> +
           " cannot be seen (text and lists: include tenure/sessions/codec_lists.hpp; others: specialise "
           "coded)";
}

template <class T, std::size_t I, class First, class... Rest>
struct bad_field<T, I, First, Rest...> {
  static consteval auto told() {
    if constexpr (Encodable<First> && sizeof...(Rest) > 0)
      return bad_field<T, I + 1, Rest...>::told();
    else
      return "field " + digits_of<I> + " of " + name_of<T> + ": " + objection<First>();
  }
};

}  // namespace detail

namespace rule {

/// A message can be encoded. [sessions.codec]
template <class M>
struct encodable {
  static constexpr bool holds = Encodable<M>;
  static constexpr auto sentence() {
    return "[sessions.codec] " + name_of<M> + " cannot be encoded: " + detail::objection<M>();
  }
};

}  // namespace rule

/// How many bytes any `M` takes at most; `unbounded` for one with text or lists.
template <Encodable M>
inline constexpr std::size_t most_encoded = coded<M>::most;

/// How many bytes the message takes. Linear in its size. `M` cannot be encoded: [sessions.codec].
template <class M>
constexpr std::size_t encoded_size(M const& message) noexcept {
  if constexpr (enforce<rule::encodable<M>>()) {
    return coded<M>::size(message);
  } else {
    return 0;
  }
}

/// Writes the message to `out`; returns how many bytes that took. Precondition: `encoded_size(message)` bytes
/// are there.
template <class M>
constexpr std::size_t encode(M const& message, std::byte* out) noexcept {
  if constexpr (enforce<rule::encodable<M>>()) {
    byte_writer to{out};
    coded<M>::write(to, message);
    return static_cast<std::size_t>(to.at - out);
  } else {
    return 0;
  }
}

/// Reads a message from exactly these bytes. Returns false, and leaves `into` as it was, when they are too
/// few, too many, or no `M`. Whatever the bytes, the time and the memory it takes are linear in their number.
template <class M>
[[nodiscard]] constexpr bool decode(M& into, std::byte const* bytes, std::size_t size) {
  if constexpr (enforce<rule::encodable<M>>()) {
    byte_reader from{bytes, bytes + size};
    M fresh{};
    if (!coded<M>::read(from, fresh) || from.left() != 0) return false;
    into = std::move(fresh);
  }
  return true;
}

}  // namespace tenure::sessions
