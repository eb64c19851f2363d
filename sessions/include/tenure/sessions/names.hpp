// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <source_location>

/// Roles, messages and loop tags are the user's types. In a table a type is the address of its `info`:
/// addresses are compared at no cost in both compilers, names are read only when a sentence is written.
namespace tenure::sessions {

/// A part of a text. Light: <string_view> costs more to include than a protocol of 256 messages to check.
struct piece {
  char const* begin;
  int size;
  constexpr char const* data() const { return begin; }
  constexpr char operator[](int at) const { return begin[at]; }
};

constexpr bool operator==(piece a, piece b) {
  if (a.size != b.size) return false;
  for (int i = 0; i < a.size; ++i)
    if (a[i] != b[i]) return false;
  return true;
}

/// What stands for a type, or for a name given at run time. Its identity is its address.
/// `bucket` only spreads them over hash tables: two of one bucket may be different.
struct named {
  piece full;
  unsigned bucket;

  constexpr named(piece name) : full{name}, bucket{0} {
    for (int i = name.size < 6 ? 0 : name.size - 6; i < name.size; ++i)
      bucket = bucket * 31 + static_cast<unsigned char>(name[i]);
  }
  template <int N>
  constexpr named(char const (&name)[N]) : named{piece{name, N - 1}} {}
};

/// The name without the namespaces before it: what a sentence calls it.
constexpr piece short_name(named const& of) {
  piece const name = of.full;
  int depth = 0, from = name.size;
  for (; from > 0; --from) {
    char const c = name[from - 1];
    if (c == '>' || c == ')') ++depth;
    if (depth == 0 && (c == ':' || c == ' ')) break;
    if (c == '<' || c == '(') --depth;
  }
  return {name.begin + from, name.size - from};
}

namespace detail {

template <class T>
consteval piece signature_of() {
  auto const* const text = std::source_location::current().function_name();
  return {text, static_cast<int>(__builtin_strlen(text))};
}

/// How many characters stand around the name of a type in a signature.
struct signature_frame {
  int before = 0, after = 0;
  consteval signature_frame() {
    piece const probe = signature_of<int>();
    for (before = probe.size - 3; !(piece{probe.begin + before, 3} == piece{"int", 3});) --before;
    after = probe.size - 3 - before;
  }
};
inline constexpr signature_frame frame_of_signature;

template <class T>
consteval piece name_in_signature() {
  piece const all = signature_of<T>();
  return {all.begin + frame_of_signature.before,
          all.size - frame_of_signature.before - frame_of_signature.after};
}

}  // namespace detail

/// What stands for the type `T`.
template <class T>
inline constexpr named info{detail::name_in_signature<T>()};

namespace detail {

template <class T>
struct type {
  using it = T;
};

// The way back from an address to its type: the declaration below is completed, by the friend of
// `revealed<T>`, for the one address that stands for T, when that address is first taken by `identity<T>`.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <named const* Address>
struct address_of {
  friend constexpr auto type_behind(address_of);
};
template <class T>
struct revealed {
  static constexpr named const* address = &info<T>;
  friend constexpr auto type_behind(address_of<&info<T>>) { return type<T>{}; }
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

}  // namespace detail

/// The address that stands for `T` in a table.
template <class T>
inline constexpr named const* identity = detail::revealed<T>::address;

/// The type behind an address that `identity` gave.
template <named const* Address>
using type_behind = typename decltype(type_behind(detail::address_of<Address>{}))::it;

}  // namespace tenure::sessions
