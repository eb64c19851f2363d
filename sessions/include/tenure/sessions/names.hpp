// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <source_location>

/// Roles, messages and loop tags are the user's types. In a table a type is the address of its `named`:
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
  char const* text;  // the name of a type stands somewhere in the middle
  unsigned bucket;
  bool is_type;

  /// A name that is made when the program runs. Keeps the pointer.
  constexpr named(char const* name) : named{name, name + __builtin_strlen(name), false} {}
  /// A type, by the signature of a function that has it as its template argument.
  static constexpr named of_type(char const* signature) {
    return {signature, signature + __builtin_strlen(signature) - 1, true};
  }
  constexpr piece full() const;

 private:
  // No loop: this is evaluated once for every type of a program.
  constexpr named(char const* name, char const* end, bool type)
      : text{name},
        bucket{end - name < 4 ? 0u
                              : byte(end[-1]) * 31u + byte(end[-2]) * 1009u + byte(end[-3]) * 10007u +
                                    byte(end[-4]) * 100003u},
        is_type{type} {}
  static constexpr unsigned byte(char c) { return static_cast<unsigned char>(c); }
};

namespace detail {

template <class T>
consteval char const* signature_of() {
  return std::source_location::current().function_name();
}

/// How many characters stand around the name of a type in a signature.
struct signature_frame {
  int before = 0, after = 0;
  consteval signature_frame() {
    char const* const probe = signature_of<int>();
    int const size = static_cast<int>(__builtin_strlen(probe));
    for (before = size - 3; !(piece{probe + before, 3} == piece{"int", 3});) --before;
    after = size - 3 - before;
  }
};
inline constexpr signature_frame around_type;

template <class T>
inline constexpr named info = named::of_type(signature_of<T>());

// An address leads back to its type: what `address_of` declares, the friend of `revealed<T>` completes for
// the one address that stands for T. Each friend is compared with all others of its name, so they have 16
// names; a template cannot make names.
template <named const* Address, unsigned = Address->bucket % 16>
struct address_of;
template <class T, unsigned = info<T>.bucket % 16>
struct revealed;
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
#define TENURE_BUCKET(n)                                                                                   \
  template <named const* Address>                                                                          \
  struct address_of<Address, n> {                                                                          \
    friend constexpr auto type_in_##n(address_of);                                                         \
    static constexpr auto find() { return type_in_##n(address_of{}); }                                     \
  };                                                                                                       \
  template <class T>                                                                                       \
  struct revealed<T, n> {                                                                                  \
    using type = T;                                                                                        \
    static constexpr named const* address = &info<T>;                                                      \
    friend constexpr auto type_in_##n(address_of<&info<T>, n>) { return static_cast<revealed*>(nullptr); } \
  };
TENURE_BUCKET(0)
TENURE_BUCKET(1)
TENURE_BUCKET(2)
TENURE_BUCKET(3)
TENURE_BUCKET(4)
TENURE_BUCKET(5)
TENURE_BUCKET(6)
TENURE_BUCKET(7)
TENURE_BUCKET(8)
TENURE_BUCKET(9)
TENURE_BUCKET(10)
TENURE_BUCKET(11)
TENURE_BUCKET(12)
TENURE_BUCKET(13)
TENURE_BUCKET(14)
TENURE_BUCKET(15)
#undef TENURE_BUCKET
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

template <class T>
T pointed_to(T*);

}  // namespace detail

/// The name with its namespaces, as the compiler spells it.
constexpr piece named::full() const {
  int const size = static_cast<int>(__builtin_strlen(text));
  if (!is_type) return {text, size};
  return {text + detail::around_type.before, size - detail::around_type.before - detail::around_type.after};
}

/// The name without the namespaces before it: what a sentence calls it.
constexpr piece short_name(named const& of) {
  piece const name = of.full();
  int depth = 0, from = name.size;
  for (; from > 0; --from) {
    char const c = name[from - 1];
    if (c == '>' || c == ')') ++depth;
    if (depth == 0 && (c == ':' || c == ' ')) break;
    if (c == '<' || c == '(') --depth;
  }
  return {name.begin + from, name.size - from};
}

/// The address that stands for `T` in a table.
template <class T>
inline constexpr named const* identity = detail::revealed<T>::address;

/// The type behind an address that `identity` gave.
template <named const* Address>
using type_behind = typename decltype(detail::pointed_to(detail::address_of<Address>::find()))::type;

}  // namespace tenure::sessions
