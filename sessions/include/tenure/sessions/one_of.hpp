// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "tenure/ownership/address.hpp"
#include "tenure/sessions/ends.hpp"

namespace tenure::sessions {

inline namespace TENURE_ABI {

/// Where the arms of an `offer` end in different states: one of several cursors over the same carrier, or
/// `finished`. Which one is known when the program runs.
///
///   auto turn = std::move(s).offer(...);
///   if (turn.is<A>()) ... std::move(turn).get<A>() ...
///   std::move(turn).visit([](auto end) { ... });
///
/// A word and a number. Dropping it drops the cursor in it.
template <class Carrier, class... Ends>
class [[nodiscard]] one_of : affine<"[sessions.copy] a one_of holds a cursor, and is moved, never copied",
                                    one_of<Carrier, Ends...>> {
  Carrier* wires_;  // null with `finished`, and after the last use
  unsigned which_;
  bool completed_ = false;

  template <class End>
  static constexpr unsigned number_of() noexcept {
    unsigned at = 0;
    static_cast<void>(((!std::is_same_v<End, Ends> && ++at != 0) && ...));
    return at;
  }
  template <class End>
  constexpr End unwrap() noexcept {
    if constexpr (std::is_same_v<End, finished>) {
      return detail::cursor_access::end(completed_);
    } else {
      expects(wires_ != nullptr, "[sessions.used] a one_of was used after its cursor was taken out");
      return detail::cursor_access::make<End>(*std::exchange(wires_, nullptr));
    }
  }
  template <std::size_t First, std::size_t Last, class F>
  constexpr decltype(auto) visit_among(F& f) {
    if constexpr (Last - First == 1) {
      return f(unwrap<std::tuple_element_t<First, std::tuple<Ends...>>>());
    } else {
      constexpr std::size_t middle = First + (Last - First) / 2;
      if (which_ < middle) return visit_among<First, middle>(f);
      return visit_among<middle, Last>(f);
    }
  }

 public:
  template <class End>
    requires(std::is_same_v<End, Ends> || ...)
  constexpr one_of(End&& end) noexcept : wires_{nullptr}, which_{number_of<End>()} {
    if constexpr (std::is_same_v<End, finished>) {
      completed_ = end.completed();
    } else {
      wires_ = address_of(detail::cursor_access::use(end));
    }
  }
  constexpr one_of(one_of&& other) noexcept
      : wires_{std::exchange(other.wires_, nullptr)}, which_{other.which_}, completed_{other.completed_} {}
  one_of(one_of const&) = default;  // deleted by the base, whose name says why
  constexpr one_of& operator=(one_of&& other) noexcept {
    one_of dropped{std::move(*this)};
    wires_ = std::exchange(other.wires_, nullptr);
    which_ = other.which_;
    completed_ = other.completed_;
    return *this;
  }
  one_of& operator=(one_of const&) = default;
  constexpr ~one_of() {
    if (wires_ == nullptr) return;
    auto drop = [](auto) {};
    visit_among<0, sizeof...(Ends)>(drop);
  }

  /// Whether it is an `End`.
  template <class End>
  constexpr bool is() const noexcept {
    static_assert((std::is_same_v<End, Ends> || ...), "[sessions.label] this offer cannot end there");
    return which_ == number_of<End>();
  }
  /// What it holds. Precondition: `is<End>()`, else a trap in every build [sessions.label]. Consumes it.
  template <class End>
  [[nodiscard]] constexpr End get() && {
    if (!is<End>()) trap("[sessions.label] a one_of was asked for an end that it does not hold: ask is()");
    return unwrap<End>();
  }
  /// Calls `f` with what it holds. All calls return the same type. Consumes it.
  template <class F>
  constexpr decltype(auto) visit(F&& f) && {
    return visit_among<0, sizeof...(Ends)>(f);
  }
};

}  // namespace TENURE_ABI

}  // namespace tenure::sessions
