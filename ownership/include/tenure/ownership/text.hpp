// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <source_location>
#include <string_view>

/// A function that is refused with a sentence: Clang shows this one, GCC the default of a `text` parameter.
#if __cpp_deleted_function >= 202403L && __cplusplus > 202302L
#define TENURE_REFUSED(sentence) = delete (sentence)
#else
#define TENURE_REFUSED(sentence) = delete
#endif

namespace tenure {

/// Text of a fixed length that may be a template argument. `text{"a"} + text{"b"}` is `text{"ab"}`.
template <std::size_t N>
struct text {
  char chars[N + 1]{};  // public, so that the type is structural; ends with a zero

  constexpr text() = default;
  constexpr text(char const (&literal)[N + 1]) {
    for (std::size_t i = 0; i < N; ++i) chars[i] = literal[i];
  }
  constexpr char const* data() const noexcept { return chars; }
  static constexpr std::size_t size() noexcept { return N; }
  constexpr operator std::string_view() const noexcept { return {chars, N}; }
};

template <std::size_t N>
text(char const (&)[N]) -> text<N - 1>;

template <std::size_t A, std::size_t B>
constexpr text<A + B> operator+(text<A> const& a, text<B> const& b) {
  text<A + B> joined;
  for (std::size_t i = 0; i < A; ++i) joined.chars[i] = a.chars[i];
  for (std::size_t i = 0; i < B; ++i) joined.chars[A + i] = b.chars[i];
  return joined;
}

template <std::size_t A, std::size_t B>
constexpr text<A + B - 1> operator+(text<A> const& a, char const (&b)[B]) {
  return a + text<B - 1>{b};
}

template <std::size_t A, std::size_t B>
constexpr text<A - 1 + B> operator+(char const (&a)[A], text<B> const& b) {
  return text<A - 1>{a} + b;
}

namespace detail {

template <class T>
constexpr char const* signature_of() {
  return std::source_location::current().function_name();
}

/// Where the name of a type begins in a signature, and how many characters follow it.
struct frame {
  std::size_t before, after;
};
constexpr frame signature_frame() {
  std::string_view const probe = signature_of<int>();
  std::size_t const at = probe.rfind("int");
  return {at, probe.size() - at - 3};
}

/// Reads a type's name, leaving out the inline namespaces that a user never writes.
struct name_reader {
  std::string_view rest;

  template <class T>
  static constexpr name_reader of() {
    std::string_view name = signature_of<T>();
    name.remove_prefix(signature_frame().before);
    name.remove_suffix(signature_frame().after);
    return {name};
  }
  constexpr bool done() const { return rest.empty(); }
  constexpr char next() {
    for (std::string_view hidden : {"::checked::", "::unchecked::", "::__cxx11::"}) {
      if (rest.starts_with(hidden)) rest.remove_prefix(hidden.size() - 2);
    }
    char const here = rest.front();
    rest.remove_prefix(1);
    return here;
  }
};

template <class T>
constexpr std::size_t name_size() {
  std::size_t size = 0;
  for (auto name = name_reader::of<T>(); !name.done(); ++size) name.next();
  return size;
}

template <class T>
constexpr auto name_of() {
  text<name_size<T>()> result;
  auto name = name_reader::of<T>();
  for (std::size_t i = 0; !name.done(); ++i) result.chars[i] = name.next();
  return result;
}

constexpr std::size_t digit_count(std::size_t n) {
  std::size_t count = 1;
  for (; n >= 10; n /= 10) ++count;
  return count;
}

template <std::size_t N>
constexpr auto digits_of() {
  text<digit_count(N)> digits;
  std::size_t left = N;
  for (std::size_t i = digits.size(); i-- > 0; left /= 10)
    digits.chars[i] = static_cast<char>('0' + left % 10);
  return digits;
}

}  // namespace detail

/// The name of a type, as the compiler at hand spells it.
template <class T>
inline constexpr auto name_of = detail::name_of<T>();

namespace detail {
constexpr text<0> listed() { return {}; }
template <class First, class... Rest>
constexpr auto listed(First const& first, Rest const&... rest) {
  return (first + ... + (", " + rest));
}
}  // namespace detail

/// The names of types, with commas between them.
template <class... T>
inline constexpr auto names_of = detail::listed(name_of<T>...);

/// A number in decimal.
template <std::size_t N>
inline constexpr auto digits_of = detail::digits_of<N>();

/// How a compiler that cannot compute the text of a `static_assert` shows a sentence: as the argument of a
/// template that it names when the assertion fails.
template <text Sentence>
struct violation {
  static constexpr bool avoided = false;
};

/// The one way in which every module reports a broken rule at compile time.
///
/// A `Rule` is a class with `static constexpr bool holds` and `static constexpr auto sentence()`, a `text`
/// that starts with the rule's id, names the user's own things and says what to do. The sentence is
/// computed only for a rule that does not hold. Returns `holds`, so that the caller can write
/// `if constexpr (enforce<rule>())` and one mistake gives one error.
template <class Rule>
consteval bool enforce() {
  if constexpr (!Rule::holds) {
#if __cpp_static_assert >= 202306L
    constexpr bool rule_holds = Rule::holds;
    static_assert(rule_holds, Rule::sentence());
#else
    static_assert(violation<Rule::sentence()>::avoided);
#endif
  }
  return Rule::holds;
}

/// The same at class scope, where there is no branch to skip: `static_assert(told<rule>());` gives the rule's
/// sentence and no second error.
template <class Rule>
consteval bool told() {
  return enforce<Rule>() || true;
}

/// Base of a type that is moved and never copied: the attempt names the sentence on every compiler.
/// An empty base, one for each derived type, so that two of them may share an address.
template <text Sentence, class Derived>
struct affine {
  affine() = default;
  affine(affine&&) = default;
  affine& operator=(affine&&) = default;
  affine(affine const&) = delete;
  affine& operator=(affine const&) = delete;
};

}  // namespace tenure
