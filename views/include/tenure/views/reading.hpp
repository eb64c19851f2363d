// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>  // brings std::begin and std::size
#include <type_traits>
#include <utility>

#include "tenure/ownership/address.hpp"

/// What is read through `shr` is read all the way down.
///
/// C++'s const stops at a pointer. So a plain pointer is read as a pointer to const; so is a smart pointer,
/// whose ownership nobody needs to read; a `reference_wrapper` as a reference to const; a sequence or map of
/// these, and a `std::span`, element by element, as a `deep_range`. `own`, `box`, `unique`, `shared`, `rc`
/// and `arc` are deep by themselves. Everything else is read as a `F const&`: a class answers for its own
/// const functions, as ever in C++, and public pointer members are read deeply where the path names them:
/// `self[at<&T::list, &List::head>]`.
namespace tenure::views {

template <class C>
class deep_range;

namespace detail {

template <class T>
constexpr decltype(auto) read(T const& value);

template <class F>
concept ObjectPointer = std::is_pointer_v<F> && !std::is_function_v<std::remove_pointer_t<F>> &&
                        !std::is_const_v<std::remove_pointer_t<F>>;

/// `std::unique_ptr`, `std::shared_ptr`, and what is like them: const, and yet a way to a writable object.
template <class F>
concept SmartPointer = requires(F const& p) {
  typename F::element_type;
  { p.get() } -> std::same_as<typename F::element_type*>;
  requires !std::is_const_v<typename F::element_type>;
};

/// `std::reference_wrapper`.
template <class F>
concept Referrer = requires(F const& r) {
  typename F::type;
  { r.get() } -> std::same_as<typename F::type&>;
  requires !std::is_const_v<typename F::type>;
};

template <class F>
concept Range = requires(F const& range) {
  *std::begin(range);
  std::end(range);
};

template <class F>
struct shallow : std::bool_constant<ObjectPointer<F> || SmartPointer<F> || Referrer<F>> {};
template <class A, class B>
struct shallow<std::pair<A, B>>
    : std::disjunction<shallow<std::remove_const_t<A>>, shallow<std::remove_const_t<B>>> {};
template <Range F>
struct shallow<F> {
  using reference = decltype(*std::begin(std::declval<F const&>()));
  using element = std::remove_cvref_t<reference>;
  static constexpr bool writes =
      std::is_lvalue_reference_v<reference> && !std::is_const_v<std::remove_reference_t<reference>>;
  static constexpr bool value =
      writes || std::conjunction_v<std::negation<std::is_same<element, F>>, shallow<element>>;
};

/// Does a `F const&` lead to something writable?
template <class F>
concept Shallow = !std::is_arithmetic_v<F> && !std::is_enum_v<F> && shallow<F>::value;

template <class T>
constexpr decltype(auto) read(T const& value) {
  if constexpr (std::is_volatile_v<T> || !Shallow<T>) {
    return (value);
  } else if constexpr (ObjectPointer<T>) {
    return static_cast<std::remove_pointer_t<T> const*>(value);
  } else if constexpr (SmartPointer<T>) {
    return static_cast<typename T::element_type const*>(value.get());
  } else if constexpr (Referrer<T>) {
    return (std::as_const(value.get()));
  } else if constexpr (Range<T>) {
    return deep_range<T>{value};
  } else {
    return std::pair<decltype(read(value.first)), decltype(read(value.second))>{read(value.first),
                                                                                read(value.second)};
  }
}

}  // namespace detail

/// A sequence, or a map, seen through `shr`: its elements are read all the way down, one by one.
template <class C>
class deep_range {
  C const* it_;
  using inner = decltype(std::begin(std::declval<C const&>()));

 public:
  class iterator {
    inner at_;

   public:
    using value_type = std::remove_cvref_t<decltype(detail::read(*at_))>;
    using difference_type = std::ptrdiff_t;

    constexpr explicit iterator(inner at) : at_{std::move(at)} {}
    constexpr decltype(auto) operator*() const { return detail::read(*at_); }
    constexpr iterator& operator++() {
      ++at_;
      return *this;
    }
    constexpr void operator++(int) { ++at_; }
    constexpr bool operator==(iterator const& other) const { return at_ == other.at_; }
  };

  constexpr explicit deep_range(C const& range) noexcept : it_{address_of(range)} {}

  constexpr iterator begin() const { return iterator{std::begin(*it_)}; }
  constexpr iterator end() const { return iterator{std::end(*it_)}; }
  constexpr std::size_t size() const { return std::size(*it_); }
  constexpr bool empty() const { return std::empty(*it_); }
  /// Precondition: `i < size()`.
  constexpr decltype(auto) operator[](std::size_t i) const
    requires requires(C const& range) { range[i]; }
  {
    return detail::read((*it_)[i]);
  }
  /// As in the map itself: the end if there is no such key.
  template <class Key>
  constexpr iterator find(Key const& key) const
    requires requires(C const& map) { map.find(key); }
  {
    return iterator{it_->find(key)};
  }
};

}  // namespace tenure::views
