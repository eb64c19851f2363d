// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include "tenure/ownership/config.hpp"
#include "tenure/ownership/markers.hpp"

/// A value known only by its interface. Who erases a type erases its markers with it, so the ones that are
/// still needed are named: `erased<display, marker::leak>` is Rust's `Box<dyn Display + Leak>`, and of an
/// `erased<display>` nothing is known. This header needs the heap.
namespace tenure {

namespace detail {

template <class Marker, class... All>
inline constexpr bool one_of = (std::is_same_v<Marker, All> || ...);

}  // namespace detail

namespace rule {

/// [ownership.erase] What is erased has the interface, and every marker that is promised of it.
template <class T, class Interface, class... Markers>
struct erase {
  static constexpr bool fits = std::derived_from<T, Interface> && std::has_virtual_destructor_v<Interface> &&
                               !std::is_same_v<T, Interface>;
  static constexpr bool holds = fits && ((derived<Markers, T> == verdict::yes) && ...);

  template <class First, class... Rest>
  static constexpr auto missing() {
    if constexpr (derived<First, T> != verdict::yes) {
      return First::word;
    } else {
      return missing<Rest...>();
    }
  }
  static constexpr auto sentence() {
    if constexpr (fits) {
      return "[ownership.erase] " + name_of<T> + " is not known to be " + missing<Markers...>() +
             ", which the erased type promises: erase to one that does not promise it";
    } else {
      return "[ownership.erase] " + name_of<T> + " cannot stand behind " + name_of<Interface> +
             ": derive it from that class, and make the destructor there virtual";
    }
  }
};

}  // namespace rule

/// Whether a `T` may become an `erased<Interface, Markers...>`.
template <class T, class Interface, class... Markers>
concept Erasable = rule::erase<T, Interface, Markers...>::holds;

inline namespace TENURE_ABI {

/// Owns a value of some class derived from `Interface`, which has all `Markers`. One word, moved and never
/// copied; access is deep. One that was moved from may only be destroyed or assigned to: checked builds trap
/// on other uses with [ownership.affine].
template <class Interface, class... Markers>
class [[nodiscard]] erased
    : affine<"[ownership.affine] an erased value is moved, never copied: write std::move",
             erased<Interface, Markers...>> {
  Interface* held_;

  Interface* live() const noexcept {
    expects(held_ != nullptr, "[ownership.affine] an erased value was used after it was moved from");
    return held_;
  }
  template <class, class...>
  friend class erased;

 public:
  /// Moves the value to the heap and forgets its type. Error: [ownership.erase] if it lacks a marker.
  template <class T>
    requires std::derived_from<T, Interface>
  erased(T value) : held_{nullptr} {
    if constexpr (enforce<rule::erase<T, Interface, Markers...>>()) held_ = new T(std::move(value));
  }

  /// A promise may be dropped on the way, never added: one that names more markers becomes this one.
  template <class... More>
    requires(sizeof...(More) > sizeof...(Markers) && (detail::one_of<Markers, More...> && ...))
  erased(erased<Interface, More...>&& other) noexcept : held_{std::exchange(other.held_, nullptr)} {}

  erased(erased&& other) noexcept : held_{std::exchange(other.held_, nullptr)} {}
  erased(erased const&) = default;  // deleted by the base, whose name says why
  erased& operator=(erased&& other) noexcept {
    erased dying{std::move(other)};
    std::swap(held_, dying.held_);
    return *this;
  }
  erased& operator=(erased const&) = default;
  ~erased() { delete held_; }

  Interface& operator*() noexcept { return *live(); }
  Interface const& operator*() const noexcept { return *live(); }
  Interface* operator->() noexcept { return live(); }
  Interface const* operator->() const noexcept { return live(); }
};

}  // namespace TENURE_ABI

/// It has the markers that are named. Of any other nobody can say: the type is gone.
template <class Marker, class Interface, class... Markers>
struct declare<Marker, erased<Interface, Markers...>>
    : std::conditional_t<detail::one_of<Marker, Markers...>, yes, unknown> {};
/// Moving the holder does not move the value.
template <class Interface, class... Markers>
struct declare<marker::move, erased<Interface, Markers...>> : yes {};
template <class Interface, class... Markers>
struct declare<marker::transfer, erased<Interface, Markers...>> : yes {};
template <class Interface, class... Markers>
struct declare<marker::destructure, erased<Interface, Markers...>> : no {};

}  // namespace tenure
