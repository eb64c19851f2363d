// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenure/ownership/structure.hpp"
#include "tenure/ownership/text.hpp"
#include "tenure/sessions/names.hpp"

/// Messages as bytes: a message is its fields in order, each number with its lowest byte first, whatever the
/// machine. Nothing is told twice: which message it is, and how long, is the carrier's to say.
///
/// What comes from outside is checked before it counts: `decode` either fills in the whole message or leaves
/// it alone. Numbers, enumerations with a fixed type, bool, std::array, and aggregates of these are known
/// here, text and lists in <tenure/sessions/codec_lists.hpp>; for a class of your own specialise `coded`.
namespace tenure::sessions {

/// How values of a type are written: `least` and `most` bytes, `size(value)` of them; `write(out, value)`;
/// `read(in, value)`, which is false for bytes that are no such value; and `shape(out)`, which names the
/// type in a few characters, so that two builds can compare theirs. Undefined for what cannot be encoded.
template <class T>
struct coded;

/// A size without bound.
inline constexpr std::size_t unbounded = static_cast<std::size_t>(-1);

/// Where encoded bytes go. Precondition of `put`: there is room.
struct byte_writer {
  std::byte* at;
  constexpr void put(std::byte b) noexcept { *at++ = b; }
};

/// Where bytes to decode come from.
struct byte_reader {
  std::byte const* at;
  std::byte const* end;
  constexpr std::size_t left() const noexcept { return static_cast<std::size_t>(end - at); }
  /// Precondition: something is left.
  constexpr std::byte get() noexcept { return *at++; }
};

/// A type whose values can be encoded.
template <class T>
concept Encodable = std::default_initializable<T> && std::movable<T> && requires { coded<T>::least; };

namespace detail {

template <class T>
concept coded_number = (std::integral<T> && !std::same_as<T, bool>) ||
                       (std::floating_point<T> && (sizeof(T) == 4 || sizeof(T) == 8));
/// Every value of the underlying type is one of the enumeration: reading cannot make one that is not.
template <class T>
concept coded_enumeration = std::is_enum_v<T> && requires { T{0}; };

template <std::size_t Size>
using bits_of_size =
    std::conditional_t<Size == 1, std::uint8_t,
                       std::conditional_t<Size == 2, std::uint16_t,
                                          std::conditional_t<Size == 4, std::uint32_t, std::uint64_t>>>;

template <class... Fields>
consteval bool all_encodable(type_list<Fields...>) {
  return (Encodable<Fields> && ...);
}
template <class T>
concept coded_fields = Structured<T> && std::is_class_v<T> && all_encodable(field_types<T>{});

constexpr std::size_t bounded_sum(std::size_t a, std::size_t b) {
  return a > unbounded - b ? unbounded : a + b;
}
constexpr std::size_t bounded_product(std::size_t a, std::size_t b) {
  return b != 0 && a > unbounded / b ? unbounded : a * b;
}

template <class... Fields>
constexpr std::size_t least_of(type_list<Fields...>) {
  return (std::size_t{0} + ... + coded<Fields>::least);
}
template <class... Fields>
constexpr std::size_t most_of(type_list<Fields...>) {
  std::size_t sum = 0;
  ((sum = bounded_sum(sum, coded<Fields>::most)), ...);
  return sum;
}
template <class Out, class... Fields>
constexpr void shapes_of([[maybe_unused]] Out& out, type_list<Fields...>) {
  [[maybe_unused]] bool first = true;
  ((out.say(std::exchange(first, false) ? "" : ","), coded<Fields>::shape(out)), ...);
}
template <class T, class Out>
constexpr void say_name(Out& out) {
  piece const name = short_name(info<T>);
  out.say(std::string_view{name.begin, static_cast<std::size_t>(name.size)});
}

}  // namespace detail

template <detail::coded_number T>
struct coded<T> {
  using bits = detail::bits_of_size<sizeof(T)>;
  static constexpr std::size_t least = sizeof(T), most = sizeof(T);
  static constexpr std::size_t size(T) noexcept { return sizeof(T); }
  static constexpr void write(byte_writer& out, T value) noexcept {
    bits const all = std::bit_cast<bits>(value);
    for (std::size_t i = 0; i < sizeof(T); ++i) out.put(static_cast<std::byte>(all >> 8 * i & 0xff));
  }
  static constexpr bool read(byte_reader& in, T& value) noexcept {
    if (in.left() < sizeof(T)) return false;
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) all |= std::to_integer<std::uint64_t>(in.get()) << 8 * i;
    value = std::bit_cast<T>(static_cast<bits>(all));
    return true;
  }
  template <class Out>
  static constexpr void shape(Out& out) {
    out.say(std::floating_point<T> ? "f" : std::is_signed_v<T> ? "i" : "u");
    out.say(sizeof(T) == 1 ? "8" : sizeof(T) == 2 ? "16" : sizeof(T) == 4 ? "32" : "64");
  }
};

template <>
struct coded<bool> {
  static constexpr std::size_t least = 1, most = 1;
  static constexpr std::size_t size(bool) noexcept { return 1; }
  static constexpr void write(byte_writer& out, bool value) noexcept { out.put(std::byte{value}); }
  static constexpr bool read(byte_reader& in, bool& value) noexcept {
    std::uint8_t byte = 0;
    if (!coded<std::uint8_t>::read(in, byte) || byte > 1) return false;
    value = byte == 1;
    return true;
  }
  template <class Out>
  static constexpr void shape(Out& out) {
    out.say("bool");
  }
};

template <detail::coded_enumeration T>
struct coded<T> {
  using as = coded<std::underlying_type_t<T>>;
  static constexpr std::size_t least = as::least, most = as::most;
  static constexpr std::size_t size(T) noexcept { return as::least; }
  static constexpr void write(byte_writer& out, T value) noexcept {
    as::write(out, std::to_underlying(value));
  }
  static constexpr bool read(byte_reader& in, T& value) noexcept {
    std::underlying_type_t<T> number{};
    if (!as::read(in, number)) return false;
    value = static_cast<T>(number);
    return true;
  }
  template <class Out>
  static constexpr void shape(Out& out) {
    detail::say_name<T>(out);
    out.say(":");
    as::shape(out);
  }
};

template <Encodable T, std::size_t N>
struct coded<std::array<T, N>> {
  static constexpr std::size_t least = N * coded<T>::least, most = detail::bounded_product(N, coded<T>::most);
  static constexpr std::size_t size(std::array<T, N> const& values) noexcept {
    std::size_t sum = 0;
    for (T const& value : values) sum = detail::bounded_sum(sum, coded<T>::size(value));
    return sum;
  }
  static constexpr void write(byte_writer& out, std::array<T, N> const& values) noexcept {
    for (T const& value : values) coded<T>::write(out, value);
  }
  static constexpr bool read(byte_reader& in, std::array<T, N>& values) {
    for (T& value : values)
      if (!coded<T>::read(in, value)) return false;
    return true;
  }
  template <class Out>
  static constexpr void shape(Out& out) {
    coded<T>::shape(out);
    out.say("[");
    out.say(digits_of<N>);
    out.say("]");
  }
};

/// Where the aggregate has a member `bool valid() const`, what is read must be valid, too.
template <detail::coded_fields T>
struct coded<T> {
  static constexpr std::size_t least = detail::least_of(field_types<T>{});
  static constexpr std::size_t most = detail::most_of(field_types<T>{});
  static constexpr std::size_t size(T const& value) noexcept {
    std::size_t sum = 0;
    for_each_field(value,
                   [&]<class F>(F const& field) { sum = detail::bounded_sum(sum, coded<F>::size(field)); });
    return sum;
  }
  static constexpr void write(byte_writer& out, T const& value) noexcept {
    for_each_field(value, [&]<class F>(F const& field) { coded<F>::write(out, field); });
  }
  static constexpr bool read(byte_reader& in, T& value) {
    bool good = true;
    for_each_field(value, [&]<class F>(F& field) { good = good && coded<F>::read(in, field); });
    if constexpr (requires(T const& read) {
                    { read.valid() } -> std::same_as<bool>;
                  }) {
      good = good && std::as_const(value).valid();
    }
    return good;
  }
  template <class Out>
  static constexpr void shape(Out& out) {
    detail::say_name<T>(out);
    out.say("(");
    detail::shapes_of(out, field_types<T>{});
    out.say(")");
  }
};

}  // namespace tenure::sessions
