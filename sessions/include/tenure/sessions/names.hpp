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

// An address leads back to its type: what `address_of` declares, the friend of `entry<T>` completes for the
// one address that stands for T.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <named const* Address>
struct address_of {
  friend constexpr auto entry_behind(address_of);
};
template <class T>
struct entry {
  using type = T;
  static constexpr named info = named::of_type(signature_of<T>());
  friend constexpr auto entry_behind(address_of<&entry<T>::info>) { return static_cast<entry*>(nullptr); }
};
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
inline constexpr named const* identity = &detail::entry<T>::info;

/// The type behind an address that `identity` gave.
template <named const* Address>
using type_behind = typename decltype(detail::pointed_to(entry_behind(detail::address_of<Address>{})))::type;

}  // namespace tenure::sessions
