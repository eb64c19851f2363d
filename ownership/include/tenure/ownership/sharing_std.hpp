// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <chrono>
#include <complex>
#include <cstddef>
#include <deque>
#include <expected>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "tenure/ownership/reference.hpp"
#include "tenure/ownership/std.hpp"

/// How the standard library's types are shared: what owns its content gives it shared, in its own way.
///
/// Not here, and so refused: `std::shared_ptr` (another copy of it may write what this one shares; an `rc` or
/// `arc` gives read access only), and what refers without owning: `std::span`, `std::string_view`,
/// `std::reference_wrapper`, iterators. A `shared` refers too, and says to what.
namespace tenure {

// Values that lead nowhere.
template <class C, class Traits, class A>
struct sharing<std::basic_string<C, Traits, A>> : read_only<std::basic_string<C, Traits, A>> {};
template <class R, class P>
struct sharing<std::chrono::duration<R, P>> : read_only<std::chrono::duration<R, P>> {};
template <class C, class D>
struct sharing<std::chrono::time_point<C, D>> : read_only<std::chrono::time_point<C, D>> {};
template <class T>
struct sharing<std::complex<T>> : read_only<std::complex<T>> {};

// Sequences in one piece: R22, the length is read-only, the elements are shared. The bits of a vector<bool>
// are no objects.
template <class T, class A>
struct sharing<std::vector<T, A>> : elements<std::vector<T, A>, T> {};
template <class A>
struct sharing<std::vector<bool, A>> : read_only<std::vector<bool, A>> {};
template <class T, std::size_t N>
struct sharing<std::array<T, N>> : elements<std::array<T, N>, std::remove_const_t<T>> {};

// What has nodes is read as a whole, if all its parts are Frozen.
namespace detail {
template <class C, class... Parts>
struct content_sharing {
  using frozen = like<Parts...>;
  using access = whole_access<C>;
};
}  // namespace detail
template <class T, class A>
struct sharing<std::deque<T, A>> : detail::content_sharing<std::deque<T, A>, T> {};
template <class T, class A>
struct sharing<std::list<T, A>> : detail::content_sharing<std::list<T, A>, T> {};
template <class K, class C, class A>
struct sharing<std::set<K, C, A>> : detail::content_sharing<std::set<K, C, A>, K, stateful<C>> {};
template <class K, class V, class C, class A>
struct sharing<std::map<K, V, C, A>> : detail::content_sharing<std::map<K, V, C, A>, K, V, stateful<C>> {};
template <class K, class H, class E, class A>
struct sharing<std::unordered_set<K, H, E, A>>
    : detail::content_sharing<std::unordered_set<K, H, E, A>, K, stateful<H>, stateful<E>> {};
template <class K, class V, class H, class E, class A>
struct sharing<std::unordered_map<K, V, H, E, A>>
    : detail::content_sharing<std::unordered_map<K, V, H, E, A>, K, V, stateful<H>, stateful<E>> {};

// R21: `&Box<T>` is as good as `&T`. The pointer itself is not Frozen: const stops at it.
template <class T>
  requires(!std::is_array_v<T>)
struct sharing<std::unique_ptr<T>> : owner<std::unique_ptr<T>, std::remove_const_t<T>> {};

// Values side by side, and one value out of several: R14, part by part.
template <class... T>
struct sharing<std::tuple<T...>> {
  using frozen = like<T...>;
  class access : public detail::whole_access<std::tuple<T...>> {
   public:
    using detail::whole_access<std::tuple<T...>>::whole_access;
    /// The element at position `I`.
    template <std::size_t I>
    constexpr auto field() const noexcept {
      return shared<std::remove_const_t<std::tuple_element_t<I, std::tuple<T...>>>>{std::get<I>(*this->it_)};
    }
  };
};
template <class A, class B>
struct sharing<std::pair<A, B>> {
  using frozen = like<A, B>;
  class access : public detail::whole_access<std::pair<A, B>> {
   public:
    using detail::whole_access<std::pair<A, B>>::whole_access;
    /// The first for `I` 0, the second for 1.
    template <std::size_t I>
    constexpr auto field() const noexcept {
      return shared<std::remove_const_t<std::tuple_element_t<I, std::pair<A, B>>>>{std::get<I>(*this->it_)};
    }
  };
};
template <class T>
struct sharing<std::optional<T>> : owner<std::optional<T>, std::remove_const_t<T>> {
  using frozen = like<T>;
  class access : public owner<std::optional<T>, std::remove_const_t<T>>::access {
   public:
    using owner<std::optional<T>, std::remove_const_t<T>>::access::access;
    constexpr bool has_value() const noexcept { return this->it_->has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }
  };
};
template <class T, class E>
struct sharing<std::expected<T, E>> : owner<std::expected<T, E>, std::remove_const_t<T>> {
  using frozen = like<T, E>;
  class access : public owner<std::expected<T, E>, std::remove_const_t<T>>::access {
   public:
    using owner<std::expected<T, E>, std::remove_const_t<T>>::access::access;
    constexpr bool has_value() const noexcept { return this->it_->has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }
    /// Precondition: `!has_value()`.
    constexpr shared<E> error() const noexcept {
      expects(!has_value(), "[ownership.null] a shared std::expected that has a value has no error");
      return shared<E>{this->it_->error()};
    }
  };
};
template <class... T>
struct sharing<std::variant<T...>> {
  using frozen = like<T...>;
  class access : public detail::whole_access<std::variant<T...>> {
   public:
    using detail::whole_access<std::variant<T...>>::whole_access;
    constexpr std::size_t index() const noexcept { return this->it_->index(); }
    /// The alternative `I`, shared, if it is the one that is there. Which one it is cannot change meanwhile.
    template <std::size_t I>
    constexpr auto get_if() const noexcept {
      using result = std::optional<shared<std::variant_alternative_t<I, std::variant<T...>>>>;
      auto const* there = std::get_if<I>(this->it_);
      return there == nullptr ? result{} : result{std::in_place, *there};
    }
  };
};

}  // namespace tenure
