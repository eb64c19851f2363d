// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <expected>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "tenure/ownership/own.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/selfref/immovable.hpp"

/// Values that stay where they are made, and how they are made there: with their address known, element by
/// element, and by steps that may fail.
///
/// A function that returns an immovable value by value is the post's `-> super Self`: the caller of the
/// outermost one provides the place. Source of the list of cases: the crate pin-init of Rust for Linux.
namespace tenure::selfref {

namespace rule {

/// [selfref.immovable] What is constructed in place must be of the very type of the place.
template <class T, class Made>
struct made_in_place {
  static constexpr bool holds = std::is_same_v<T, Made>;
  static constexpr auto sentence() {
    return "[selfref.immovable] this makes a " + name_of<Made> + " where a " + name_of<T> +
           " is to be constructed in place: let it return " + name_of<T> + " by value";
  }
};

}  // namespace rule

/// A value with its storage, at one address from its construction to its end.
///
///   auto p = pinned<job>::with([] { return make_job(); });
///   auto q = pinned<job>::at([](job* self) { return job{self}; });
template <class T>
class pinned : immovable {
  T value_;

  struct by {};
  template <class F>
  constexpr pinned(by, F& make) : value_(make()) {}
  struct knowing {};
  template <class F>
  constexpr pinned(knowing, F& make) : value_(make(std::addressof(value_))) {}

 public:
  using value_type = T;

  template <class... Args>
    requires std::is_constructible_v<T, Args...>
  constexpr explicit pinned(std::in_place_t, Args&&... args) : value_(std::forward<Args>(args)...) {}

  /// With what `make()` returns, in place. What it throws passes through.
  template <class F>
  static constexpr pinned with(F&& make) {
    static_assert(told<rule::made_in_place<T, std::invoke_result_t<F&>>>());
    return pinned{by{}, make};
  }
  /// With what `make(self)` returns, where `self` is the address that the value is about to have: it may be
  /// kept, and not followed before the value is there.
  template <class F>
  static constexpr pinned at(F&& make) {
    static_assert(told<rule::made_in_place<T, std::invoke_result_t<F&, T*>>>());
    return pinned{knowing{}, make};
  }

  constexpr T& operator*() noexcept TENURE_LIFETIMEBOUND { return value_; }
  constexpr T const& operator*() const noexcept TENURE_LIFETIMEBOUND { return value_; }
  constexpr T* operator->() noexcept TENURE_LIFETIMEBOUND { return std::addressof(value_); }
  constexpr T const* operator->() const noexcept TENURE_LIFETIMEBOUND { return std::addressof(value_); }
  constexpr T* get() noexcept TENURE_LIFETIMEBOUND { return std::addressof(value_); }
  constexpr T const* get() const noexcept TENURE_LIFETIMEBOUND { return std::addressof(value_); }
};

/// An array whose elements are what `make(0)`, `make(1)`, ... return, each constructed in its place: they may
/// be immovable. If one throws, those before it are destroyed, the last first.
///
///   slot.emplace_with([&] { return array_of<8>([&](std::size_t i) { return worker{i}; }); });
template <std::size_t N, class F>
constexpr auto array_of(F&& make) {
  using element = std::invoke_result_t<F&, std::size_t>;
  return [&make]<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<element, N>{{make(I)...}};
  }(std::make_index_sequence<N>{});
}

/// Like `slot::emplace_with`, for a value that must know its address while it is made: `make(self)`.
/// Precondition: nothing is lent ([ownership.lent]). What `make` throws passes through.
template <class T, class F>
constexpr own<T> emplace_at(slot<T>& place, F&& make) {
  T* const self = tenure::detail::slot_access::free_place(place);
  return place.emplace_with([&]() -> std::invoke_result_t<F&, T*> { return make(self); });
}

/// For a construction in steps that may fail: `init(self)` constructs a `T` at `self`, and returns
/// `std::expected<own<T>, E>`, the own of that; or an error, having left nothing there. An immovable value
/// is made so too, and an array by `try_each`.
/// Precondition: nothing is lent ([ownership.lent]).
template <class T, class F>
constexpr std::invoke_result_t<F&, T*> try_emplace_at(slot<T>& place, F&& init) {
  T* const self = tenure::detail::slot_access::free_place(place);
  auto made = init(self);
  if (!made) return made;
  T* const value = tenure::detail::own_access::give_up(*std::move(made));
  expects(value == self, "[selfref.immovable] try_emplace_at was given a value that lies elsewhere");
  return tenure::detail::slot_access::lend(place, value);
}

namespace detail {

using namespace tenure::detail;

/// The elements made so far: they end with it, the last first, unless they are complete.
template <class T>
struct made_so_far {
  T* first;
  std::size_t count = 0;
  constexpr ~made_so_far() {
    while (count > 0) std::destroy_at(first + --count);
  }
};

}  // namespace detail

/// Makes the elements of an array one by one, in place, where each may fail: `make(i)` returns
/// `std::expected<Init, E>`, and calling the `Init` makes the element, so that it may be immovable. On an
/// error, or an exception, the elements made so far are destroyed, the last first.
/// An `init` for `try_emplace_at`: `try_emplace_at(slot, [&](auto* self) { return try_each(self, make); })`
template <class T, std::size_t N, class F>
auto try_each(std::array<T, N>* self, F&& make)
    -> std::expected<own<std::array<T, N>>, typename std::invoke_result_t<F&, std::size_t>::error_type> {
  detail::made_so_far<T> made{reinterpret_cast<T*>(self)};
  for (; made.count < N; ++made.count) {
    auto init = make(made.count);
    if (!init) return std::unexpected(std::move(init).error());
    detail::construct_from(made.first + made.count, *init);
  }
  made.count = 0;  // they are the array's now
  return own<std::array<T, N>>::from_raw(std::launder(self));
}

}  // namespace tenure::selfref
