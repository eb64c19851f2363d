// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>

#include "tenure/views/call.hpp"
#include "tenure/views/loan.hpp"

namespace tenure::views {

namespace rule {

/// [views.temporary] The loans of a call end with it.
template <class R>
struct returns_value {
  static constexpr bool holds = !std::is_reference_v<R> && !std::is_pointer_v<R> && !detail::is_view<R>;
  static constexpr auto sentence() {
    return "[views.temporary] a function that returns " + name_of<R> +
           " is not called through a place, whose loans end with the call: name a loan and call it with that";
  }
};

}  // namespace rule

// Which capabilities of the place some grants take: the lists of borrow_check.hpp.
#define TENURE_FLAG(list, i, ...) \
  this->operator typename detail::tracking::template list<T, i, __VA_ARGS__> &()
#define TENURE_FLAGS_4(list, i, ...)                                        \
  TENURE_FLAG(list, i, __VA_ARGS__), TENURE_FLAG(list, i + 1, __VA_ARGS__), \
      TENURE_FLAG(list, i + 2, __VA_ARGS__), TENURE_FLAG(list, i + 3, __VA_ARGS__)
#define TENURE_FLAGS(list, ...)                                               \
  TENURE_FLAGS_4(list, 0, __VA_ARGS__), TENURE_FLAGS_4(list, 4, __VA_ARGS__), \
      TENURE_FLAGS_4(list, 8, __VA_ARGS__), TENURE_FLAGS_4(list, 12, __VA_ARGS__)
#define TENURE_LENDS(...)                                                         \
  TENURE_CAPABILITY(acquire_capability(TENURE_FLAGS(alone, __VA_ARGS__)))         \
  TENURE_CAPABILITY(acquire_shared_capability(TENURE_FLAGS(shared, __VA_ARGS__))) \
  TENURE_CAPABILITY(no_thread_safety_analysis)
#define TENURE_BARS(...)                                               \
  TENURE_CAPABILITY(locks_excluded(TENURE_FLAGS(barred, __VA_ARGS__))) \
  TENURE_CAPABILITY(no_thread_safety_analysis)

inline namespace TENURE_ABI {

/// Owns a value and lends its fields: each to any number of readers or to one writer, whoever asks, by
/// whichever reference to the place.
///
///   place<Data> data;
///   auto names = data.lend<shr<Data::experiments>>();      // until the end of the scope
///   for (auto& [name, values] : Data::each(names)) {
///     data.call(Data::add_successful);                     // for the call, what the signature says
///   }
///
/// A loan that another one bars is [views.overlap]: an error on Clang with `-Werror=thread-safety` where one
/// function holds both, and a trap in checked builds wherever they are held. In unchecked builds a place is
/// its value, and a loan a view. For one thread at a time.
///
/// The class of the value declares nothing for it.
template <class T>
class place {
  T value_;
  [[no_unique_address]] mutable detail::ledger ledger_;

#if defined(__clang__)
  // Never defined or called: names of capabilities.
  template <class Path>
  operator detail::lent<Path>&() const;
  template <class Path>
  operator detail::marked<Path>&() const;
  template <class Path>
  operator detail::lent_to_write<Path>&() const;
  operator detail::nothing&() const TENURE_CAPABILITY(lock_returned(""));
#endif

  template <class... G>
  constexpr loan<T, G...> lend_all(grants<G...>*) noexcept TENURE_CAPABILITY(no_thread_safety_analysis) {
    return {views::lend<G...>(value_), ledger_};
  }

 public:
  constexpr place() = default;
  constexpr explicit place(T value) noexcept(std::is_nothrow_move_constructible_v<T>)
      : value_(std::move(value)) {}
  template <class... A>
  constexpr explicit place(std::in_place_t, A&&... a) : value_(std::forward<A>(a)...) {}
  place(place const&) = delete;
  place& operator=(place const&) = delete;
  /// Precondition: nothing is lent.
  constexpr ~place() = default;

  /// Lends what `G...` say until the end of the loan's scope. Precondition: no other loan bars it.
  /// Errors: [views.overlap]; [views.const] for mut of a const place.
  template <class... G>
  constexpr loan<T, G...> lend() noexcept TENURE_LENDS(G...) {
    return {views::lend<G...>(value_), ledger_};
  }
  template <class... G>
  constexpr loan<T, G...> lend() const noexcept TENURE_LENDS(G...) {
    return {views::lend<G...>(value_), ledger_};
  }

  /// Calls `f(view, a...)` and lends it for that time what the view in its signature says.
  /// Errors: [views.overlap]; [views.temporary] for a function that returns a reference, a pointer or a view.
  template <TakesView F, class... A, class G = typename detail::asked_view<F>::grants_type>
  constexpr decltype(auto) call(F&& f, A&&... a) TENURE_BARS(G) {
    auto const lent = lend_all(static_cast<G*>(nullptr));
    using R = decltype(std::forward<F>(f)(lent, std::forward<A>(a)...));
    if constexpr (enforce<rule::returns_value<R>>()) {
      return std::forward<F>(f)(lent, std::forward<A>(a)...);
    }
  }

  /// Would `lend<G...>()` find these fields free? Always in unchecked builds, which do not know.
  template <class... G>
  constexpr bool lendable() const noexcept {
    return ledger_.bars(detail::claims_of<T, G...>, sizeof...(G)) == nullptr;
  }

  /// The value. Precondition: nothing is lent.
  constexpr T take() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    ledger_.expects_none();
    return std::move(value_);
  }
};

}  // namespace TENURE_ABI

#undef TENURE_BARS
#undef TENURE_LENDS
#undef TENURE_FLAGS
#undef TENURE_FLAGS_4
#undef TENURE_FLAG

}  // namespace tenure::views
