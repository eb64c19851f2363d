// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <expected>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenure/ownership/own.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/selfref/place.hpp"

/// Step-by-step initialisation: the fields of an aggregate are made one after the other, in the storage where
/// they will stay, and a later one may look at those before it. How many are ready is part of the type.
///
/// [selfref.phase] Only a field that is ready is looked at; the next one to be made is the next declared, as
/// in a constructor, so that they end in reverse order; the whole is handed out when nothing is missing.
/// Source: initialisation through view types, as Y. Wuyts' posts on self-referential types want it.
namespace tenure::selfref {

namespace detail {

using namespace tenure::detail;

/// Storage for a `T` that is never there: its members have addresses, which can be compared.
template <class T>
union outline {
  char none = 0;
  T value;
  constexpr outline() noexcept {}
  constexpr ~outline() {}
};
template <class T>
inline constexpr outline<T> outline_of{};

template <class A, class B>
constexpr bool same_object(A const& a, B const& b) {
  if constexpr (std::is_same_v<A, B>) {
    return std::addressof(a) == std::addressof(b);
  } else {
    return false;
  }
}

/// The position of the member among the fields of `T`.
template <class T, auto Place>
inline constexpr std::size_t position_of = with_fields(outline_of<T>.value, [](auto&... fields) {
  std::size_t position = 0;
  static_cast<void>(((same_object(fields, outline_of<T>.value.*Place) || (++position, false)) || ...));
  return position;
});

template <class... F>
consteval bool all_objects(type_list<F...>) {
  return (std::is_object_v<F> && ...);
}

/// Destroys the first `N` of the fields, the last of them first.
template <std::size_t N, class First, class... Rest>
void drop_first(First& first, Rest&... rest) noexcept {
  if constexpr (N > 1) drop_first<N - 1>(rest...);
  if constexpr (N > 0) std::destroy_at(std::addressof(first));
}

template <auto Place>
using member_of = typename traits_of<Place>::member;

/// `&cat::name`, as the compiler spells it.
template <auto Place>
inline constexpr auto place_named = written<[] {
  std::string_view const all = signature_of<place_constant<Place>>();
  std::size_t const first = all.find("place_constant<") + std::string_view{"place_constant<"}.size();
  return name_reader{all.substr(first, all.find('>', first) - first)};
}>();

}  // namespace detail

namespace rule {

/// [selfref.phase] What is made step by step is an aggregate whose fields are objects that can be read.
template <class T>
struct phases {
  static constexpr bool holds = [] {
    if constexpr (Structured<T>) {
      return detail::all_objects(field_types<T>{});
    } else {
      return false;
    }
  }();
  static constexpr auto sentence() {
    return "[selfref.phase] " + name_of<T> +
           " cannot be made step by step: it must be an aggregate without bases, C arrays, bit-fields, "
           "unions "
           "and references";
  }
};

/// [selfref.phase] The next field to be made is the next one declared.
template <class T, std::size_t Ready, auto Place>
struct next_phase {
  static constexpr bool holds = detail::position_of<T, Place> == Ready;
  static constexpr auto sentence() {
    constexpr auto start = "[selfref.phase] " + detail::place_named<Place>;
    if constexpr (detail::position_of<T, Place> < Ready) {
      return start + " is ready already: each field is made once";
    } else {
      return start + " is made too early: fields are made in the order of their declaration, and " +
             digits_of<Ready> + " of them are ready";
    }
  }
};

/// [selfref.phase] Only what is there is looked at.
template <class T, std::size_t Ready, auto Place>
struct ready {
  static constexpr bool holds = detail::position_of<T, Place> < Ready;
  static constexpr auto sentence() {
    return "[selfref.phase] " + detail::place_named<Place> + " is not ready yet: " + digits_of<Ready> +
           " fields of " + name_of<T> + " have been made";
  }
};

/// [selfref.phase] The whole is handed out when nothing is missing.
template <class T, std::size_t Ready>
struct complete {
  static constexpr bool holds = Ready == field_count<T>;
  static constexpr auto sentence() {
    return "[selfref.phase] a " + name_of<T> + " is not finished: " + digits_of<Ready> + " of its " +
           digits_of<field_count<T>> + " fields have been made";
  }
};

}  // namespace rule

/// The fields that are ready, as a step sees them. A reference to one stays valid in the finished value.
template <class T, std::size_t Ready>
class ready_fields {
  T* whole_;

 public:
  constexpr explicit ready_fields(T* whole) noexcept : whole_{whole} {}

  /// Error: [selfref.phase].
  template <auto Place>
    requires DataMember<Place>
  constexpr detail::member_of<Place>& get() const noexcept {
    if constexpr (enforce<rule::ready<T, Ready, Place>>()) {
      return whole_->*Place;
    } else {
      std::abort();
    }
  }
};

inline namespace TENURE_ABI {

/// A `T` in the making: the first `Ready` of its fields are there. One word; borrows a slot, which counts as
/// lent. Each step consumes it and gives the next phase. Given up, it destroys what was made, the last field
/// first. Not in constant expressions, where a field cannot begin before its aggregate.
///
///   slot<cat> place;
///   auto begun = phased{place}.init<&cat::data>("Nori likes tuna");
///   auto made = std::move(begun).init_with<&cat::name>([](auto ready) { ... ready.get<&cat::data>() ... });
///   own<cat> nori = std::move(made).finish();
template <class T, std::size_t Ready = 0>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] phased
    : affine<"[ownership.affine] a phased is moved, never copied: write std::move", phased<T, Ready>> {
  static_assert(told<rule::phases<T>>());
  T* whole_;

  template <class, std::size_t>
  friend class phased;

  struct began {};
  phased(began, T* whole) noexcept : whole_{whole} {}

  T* live() const noexcept {
    expects(whole_ != nullptr, "[ownership.affine] a phased was used after it was moved from");
    return whole_;
  }
  template <auto Place>
  void* place() const noexcept {
    return const_cast<void*>(static_cast<void const*>(std::addressof(live()->*Place)));
  }
  phased<T, Ready + 1> next() noexcept {
    return {typename phased<T, Ready + 1>::began{}, std::exchange(whole_, nullptr)};
  }
  template <auto Place>
  using member = std::remove_cv_t<detail::member_of<Place>>;

  /// A step may look at what is ready, or not.
  template <class F>
  static decltype(auto) step(F& make, T* whole) {
    if constexpr (std::is_invocable_v<F&, ready_fields<T, Ready>>) {
      return make(ready_fields<T, Ready>{whole});
    } else {
      return make();
    }
  }

 public:
  /// Precondition: nothing is lent ([ownership.lent]).
  TENURE_RETURNS(unconsumed)
  explicit phased(slot<T>& place TENURE_LIFETIMEBOUND) noexcept
    requires(Ready == 0)
      : whole_{tenure::detail::own_access::give_up(
            tenure::detail::slot_access::lend(place, tenure::detail::slot_access::free_place(place)))} {}

  phased(phased&& other) noexcept : whole_{std::exchange(other.whole_, nullptr)} {}
  phased& operator=(phased&&) = delete;
  ~phased() {
    if (whole_ == nullptr) return;
    with_fields(*whole_, [](auto&... fields) { detail::drop_first<Ready>(fields...); });
    loans::end(whole_);
  }

  /// Makes the next field as `M(args...)`. What its constructor throws passes through, and the phase is as it
  /// was. Consumes the phase. Error: [selfref.phase].
  template <auto Place, class... Args>
    requires DataMember<Place>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed) phased<T, Ready + 1> init(Args&&... args) && {
    if constexpr (enforce<rule::next_phase<T, Ready, Place>>()) {
      ::new (place<Place>()) member<Place>(std::forward<Args>(args)...);
      return next();
    } else {
      std::abort();
    }
  }

  /// Makes the next field from what `make(ready)` or `make()` returns, in place: it may be immovable. Else as
  /// `init`.
  template <auto Place, class F>
    requires DataMember<Place>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed) phased<T, Ready + 1> init_with(F&& make) && {
    if constexpr (enforce<rule::next_phase<T, Ready, Place>>()) {
      ::new (place<Place>()) member<Place>(step(make, live()));
      return next();
    } else {
      std::abort();
    }
  }

  /// For a step that may fail: `make(ready)` or `make()` returns `std::expected<M, E>`. On an error what was
  /// made so far is destroyed.
  template <auto Place, class F>
    requires DataMember<Place>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed) auto try_init_with(F&& make) && {
    auto given = step(make, live());
    using result = std::expected<phased<T, Ready + 1>, typename decltype(given)::error_type>;
    if (!given) {
      phased const dying{std::move(*this)};
      return result{std::unexpect, std::move(given).error()};
    }
    return result{std::move(*this).template init<Place>(*std::move(given))};
  }

  /// A field that is ready. Error: [selfref.phase].
  template <auto Place>
    requires DataMember<Place>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  detail::member_of<Place>& get() const noexcept TENURE_LIFETIMEBOUND {
    return ready_fields<T, Ready>{live()}.template get<Place>();
  }

  /// The value, which lies where it was made. Consumes the phase. Error: [selfref.phase].
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  own<T> finish() && noexcept {
    static_cast<void>(enforce<rule::complete<T, Ready>>());
    T* const whole = live();
    whole_ = nullptr;
    return own<T>::from_raw(std::launder(whole));
  }
};

template <class T>
phased(slot<T>&) -> phased<T, 0>;

}  // namespace TENURE_ABI

}  // namespace tenure::selfref
