// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <deque>
#include <expected>
#include <forward_list>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "tenure/selfref/relocate.hpp"

/// How types of the standard library are relocated, where that is better than a move, or where they are made
/// of parts. Before the first question: include this where you include the types.
///
/// What holds for the library at hand (its release mode, with `std::allocator`) is declared, and no more. So
/// `std::list`, `map`, `set` and `unordered_map` are left to their noexcept moves: libstdc++ keeps a node or
/// a bucket in the object itself, which others point to. Each line below is tested with the verifier.
namespace tenure::selfref {

// As their parts are.
template <class A, class B>
struct relocate_traits<std::pair<A, B>> {
  using parts = type_list<A, B>;
  template <class F>
  static constexpr void with_parts(std::pair<A, B>& pair, F f) {
    f(pair.first, pair.second);
  }
};
template <class... T>
struct relocate_traits<std::tuple<T...>> {
  using parts = type_list<T...>;
  template <class F>
  static constexpr void with_parts(std::tuple<T...>& tuple, F f) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      f(std::get<I>(tuple)...);
    }(std::index_sequence_for<T...>{});
  }
};

// So too, but which parts there are is known at run time, or they are many.
template <class T, std::size_t N>
struct relocate_traits<std::array<T, N>> {
  using parts = type_list<T>;
  static void fix_up(std::array<T, N>* first, std::size_t n, std::ptrdiff_t delta) noexcept
    requires(relocation_tier<T> == tier::memcpy_fixup && N != 0)
  {
    detail::fix_up(first->data(), n * N, delta);
  }
};
template <class T>
struct relocate_traits<std::optional<T>> {
  using parts = type_list<T>;
  static void fix_up(std::optional<T>* first, std::size_t n, std::ptrdiff_t delta) noexcept
    requires(relocation_tier<T> == tier::memcpy_fixup)
  {
    for (std::size_t i = 0; i < n; ++i) {
      if (first[i]) detail::fix_up(std::addressof(*first[i]), 1, delta);
    }
  }
};
template <class... T>
struct relocate_traits<std::variant<T...>> {
  using parts = type_list<T...>;
};
template <class T, class E>
struct relocate_traits<std::expected<T, E>> {
  using parts = type_list<std::conditional_t<std::is_void_v<T>, char, T>, E>;
};

/// A pointer and a deleter.
template <class T, class D>
struct relocate_traits<std::unique_ptr<T, D>>
    : relocates_by<BytewiseTransfer<std::remove_reference_t<D>> &&
                           std::is_pointer_v<typename std::unique_ptr<T, D>::pointer>
                       ? tier::realloc
                       : tier::move_destroy> {};

#if defined(__GLIBCXX__) && !defined(_GLIBCXX_DEBUG)
// Pointers to the heap. In debug mode they would know the iterators that point to them.
template <class T>
struct relocate_traits<std::shared_ptr<T>> : relocates_by<tier::realloc> {};
template <class T>
struct relocate_traits<std::weak_ptr<T>> : relocates_by<tier::realloc> {};
template <class T>
struct relocate_traits<std::vector<T>> : relocates_by<tier::realloc> {};
template <class T>
struct relocate_traits<std::forward_list<T>> : relocates_by<tier::realloc> {};
/// Its move allocates, and may throw; its bytes do neither. libstdc++ itself relocates it so.
template <class T>
struct relocate_traits<std::deque<T>> : relocates_by<tier::realloc> {};

#if _GLIBCXX_USE_CXX11_ABI
/// Its first word points to the characters, which lie in the string itself while they are few.
template <class C, class T>
struct relocate_traits<std::basic_string<C, T>> {
  using string = std::basic_string<C, T>;
  static_assert(sizeof(string) == 2 * sizeof(void*) + 16, "a string of libstdc++ is laid out otherwise");

  static void fix_up(string* first, std::size_t n, std::ptrdiff_t delta) noexcept {
    for (std::size_t i = 0; i < n; ++i) {
      void* const at = first + i;
      C* characters;
      std::memcpy(&characters, at, sizeof characters);
      characters = rebased(characters, at, sizeof(string), delta);
      std::memcpy(at, &characters, sizeof characters);
    }
  }
};
#endif
#endif

}  // namespace tenure::selfref
