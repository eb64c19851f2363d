// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <expected>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/ownership/own.hpp"

namespace tenure {

namespace rule {

template <class T, class... Args>
struct emplace {
  static constexpr bool holds = std::is_constructible_v<T, Args...>;
  static constexpr auto sentence() {
    return "[ownership.emplace] " + name_of<T> + " cannot be made from (" + names_of<Args...> +
           "): give what one of its constructors takes, or use emplace_with";
  }
};

/// What `emplace_with` calls must return the very type of the slot, so that it is constructed in place.
template <class T, class Made>
struct emplace_with {
  static constexpr bool holds = std::is_same_v<T, Made>;
  static constexpr auto sentence() {
    return "[ownership.emplace] emplace_with on a slot<" + name_of<T> +
           "> was given a function that returns " + name_of<Made> + ": let it return " + name_of<T> +
           " by value";
  }
};

template <class T>
struct storable {
  static constexpr bool holds = std::is_object_v<T> && !std::is_const_v<T> && !std::is_volatile_v<T>;
  static constexpr auto sentence() {
    return "[ownership.slot] there is no slot<" + name_of<T> +
           ">: a slot is storage for an object type without const or volatile; add const with into<T "
           "const>()";
  }
};

}  // namespace rule

namespace detail {

/// What a slot holds while it holds no value.
struct nothing {};

/// Converts to what `make` returns. Where placement new is not allowed, in a constant expression, this gets
/// the prvalue into place; elsewhere it would be swallowed whole by a greedy constructor such as std::any's.
template <class F>
struct lazily {
  F& make;
  constexpr operator std::invoke_result_t<F&>() const { return make(); }
};

/// Constructs the result of `make()` at `place`, with no move: the result may be immovable.
template <class T, class F>
constexpr T* construct_from(T* place, F& make) {
  if (std::is_constant_evaluated()) return std::construct_at(place, lazily<F>{make});
  return ::new (static_cast<void*>(place)) T(make());
}

struct slot_access;

template <class T>
struct is_expected : std::false_type {};
template <class T, class E>
struct is_expected<std::expected<T, E>> : std::true_type {};

}  // namespace detail

namespace rule {

template <class T, class Made>
struct try_emplace_with {
  static constexpr bool gives_value = [] {
    if constexpr (detail::is_expected<Made>::value) {
      using value = typename Made::value_type;
      if constexpr (std::is_same_v<value, T>) {
        return std::is_move_constructible_v<T>;
      } else if constexpr (std::is_invocable_v<value&>) {
        return std::is_same_v<std::invoke_result_t<value&>, T>;
      }
    }
    return false;
  }();
  static constexpr bool holds = gives_value;
  static constexpr auto sentence() {
    return "[ownership.emplace] try_emplace_with on a slot<" + name_of<T> +
           "> was given a function that returns " + name_of<Made> + ": let it return std::expected of " +
           name_of<T> + " (movable), or of a function that makes one";
  }
};

}  // namespace rule

inline namespace TENURE_ABI {

/// Storage for one `T`, without a value yet: in a frame, in static memory, or as a member.
///
/// `emplace` and its kin construct a value in the storage and lend it out as an own. When the own has ended,
/// the slot may be filled again. A slot has the size and alignment of `T` in unchecked builds; it cannot be
/// moved, since its value may be lent.
/// Checked builds trap on filling a slot whose value is lent with [ownership.lent], and on the end of
/// such a slot with [ownership.outlives].
template <class T>
class slot {
  static_assert(told<rule::storable<T>>());

  union {
    detail::nothing none_{};
    T value_;
  };
  [[no_unique_address]] loans_of<slot> loans_;

  template <class>
  friend class box;
  template <class>
  friend class vacant_box;
  friend struct detail::slot_access;

  constexpr void require_free() const noexcept {
    loans_.require_none(
        "[ownership.lent] a slot was filled while its value is lent: end or take the own first");
  }
  constexpr own<T> lend(T* value) noexcept {
    require_free();  // what made the value may have filled this very slot
    loans_.lend(value, sizeof(T));
    return own<T>::from_raw(value);
  }
  constexpr T* place() noexcept { return std::addressof(value_); }

 public:
  using value_type = T;

  constexpr slot() noexcept {}
  slot(slot const&) = delete;
  slot& operator=(slot const&) = delete;
  constexpr ~slot() {
    loans_.require_none(
        "[ownership.outlives] a slot ended while its value is lent: declare the slot before the own, "
        "and end the own first");
  }

  /// Constructs `T(args...)` in the storage. Precondition: nothing is lent.
  /// What the constructor throws passes through, and the slot is as it was.
  template <class... Args>
  constexpr own<T> emplace(Args&&... args) noexcept(std::is_nothrow_constructible_v<T, Args...>)
      TENURE_LIFETIMEBOUND {
    if constexpr (enforce<rule::emplace<T, Args...>>()) {
      require_free();
      return lend(std::construct_at(place(), std::forward<Args>(args)...));
    } else {
      std::abort();
    }
  }

  /// Constructs what `make()` returns in the storage itself, by guaranteed elision: the post's `-> super
  /// Self`. `T` may be immovable. Precondition: nothing is lent. What `make` throws passes through.
  template <class F>
  constexpr own<T> emplace_with(F&& make) noexcept(std::is_nothrow_invocable_v<F&>) TENURE_LIFETIMEBOUND {
    if constexpr (enforce<rule::emplace_with<T, std::invoke_result_t<F&>>>()) {
      require_free();
      return lend(detail::construct_from(place(), make));
    } else {
      std::abort();
    }
  }

  /// Like `emplace_with`, for a construction that may fail. `make()` returns `std::expected<T, E>`, or, for
  /// an immovable `T`, `std::expected<Init, E>` where calling the `Init` makes the `T`. On an error nothing
  /// is constructed and the slot is as it was.
  template <class F>
  constexpr auto try_emplace_with(F&& make) TENURE_LIFETIMEBOUND {
    using made = std::invoke_result_t<F&>;
    if constexpr (enforce<rule::try_emplace_with<T, made>>()) {
      using result = std::expected<own<T>, typename made::error_type>;
      require_free();
      made outcome = make();
      if (!outcome) return result{std::unexpect, std::move(outcome).error()};
      if constexpr (std::is_same_v<typename made::value_type, T>) {
        return result{lend(std::construct_at(place(), *std::move(outcome)))};
      } else {
        return result{lend(detail::construct_from(place(), *outcome))};
      }
    } else {
      return std::expected<own<T>, int>{std::unexpect};  // so that one mistake gives one error
    }
  }
};

}  // namespace TENURE_ABI

namespace detail {

/// For the library's own means of bringing a value into a slot, such as relocation.
struct slot_access {
  /// Precondition: nothing is lent.
  template <class T>
  static constexpr T* free_place(slot<T>& to) noexcept {
    to.require_free();
    return to.place();
  }
  template <class T>
  static constexpr own<T> lend(slot<T>& to, T* value) noexcept {
    return to.lend(value);
  }
};

}  // namespace detail

/// A slot stays where it is; in everything else it is as its value is.
template <class Marker, class T>
struct declare<Marker, slot<T>> : like<T> {};
template <class T>
struct declare<marker::move, slot<T>> : no {};
template <class T>
struct declare<marker::transfer, slot<T>> : no {};
template <class T>
struct declare<marker::synchronised, slot<T>> : no {};
template <class T>
struct declare<marker::destructure, slot<T>> : no {};

}  // namespace tenure
