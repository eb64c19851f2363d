// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "tenure/ownership/linear.hpp"
#include "tenure/views/borrow_check.hpp"
#include "tenure/views/ledger.hpp"
#include "tenure/views/view.hpp"

namespace tenure::views {

namespace rule {

/// [views.temporary] A loan that nobody holds would end before what is read through it.
template <class Loan>
struct named_loan {
  static constexpr auto sentence() {
    return "[views.temporary] a temporary " + name_of<Loan> +
           " ends before what is read through it: give it a name, or write place.call(function)";
  }
};

}  // namespace rule

inline namespace TENURE_ABI {

template <class T, class... G>
class loan;

namespace lending {
template <class T, class P>
struct part {
  using type = loan<T, P>;
};
template <class T, class... P>
struct part<T, grants<P...>> {
  using type = loan<T, P...>;
};
}  // namespace lending

/// What a loan is split into. Each ends by itself.
template <class T, class P, class Q>
struct [[nodiscard]] two_loans {
  typename lending::part<T, P>::type first;
  typename lending::part<T, Q>::type second;
};

/// Fields of a `place<T>` that are lent, until the end of the scope or `end()`. It becomes a view of what it
/// lends, or of some of it. It stays where it was made. In unchecked builds it is a view: one pointer.
///
/// A loan of two fields is two loans that end together, unless it is split.
template <class T, class... G>
class [[nodiscard]] TENURE_CAPABILITY(scoped_lockable) loan {
  view<T, G...> view_;
  [[no_unique_address]] detail::ticket ticket_;

  template <class>
  friend class views::place;
  template <class, class...>
  friend class loan;

  constexpr loan(view<T, G...> lent, detail::ledger& in) noexcept
      : view_{lent}, ticket_{in, detail::claims_of<T, G...>, sizeof...(G)} {}

  constexpr view<T, G...> const& live() const noexcept {
    static_cast<void>(ticket_.in());
    return view_;
  }
  template <class P>
  using part = typename lending::part<T, P>::type;

 public:
  loan(loan const&) = delete;
  loan& operator=(loan const&) = delete;
  constexpr ~loan() TENURE_CAPABILITY(release_capability()) {}

  /// Ends it before its scope does. Precondition: it has not ended yet, [views.used].
  constexpr void end() noexcept TENURE_CAPABILITY(release_capability()) {
    static_cast<void>(ticket_.in());
    ticket_.strike();
  }

  /// A view of what is lent, or of some of it, which must not outlive the loan.
  template <class... N>
    requires Covers<T, grants<G...>, grants<N...>>
  constexpr operator view<T, N...>() const& noexcept TENURE_LIFETIMEBOUND {
    return live();
  }
  template <class... N, text Why = rule::named_loan<loan>::sentence()>
  operator view<T, N...>() const&& = delete;

  /// The field, as a view gives it.
  template <auto... Steps>
  constexpr decltype(auto) operator[](path<Steps...> place) const& noexcept TENURE_LIFETIMEBOUND {
    return live()[place];
  }

  /// Two loans instead of this one, which ends: `auto [a, b] = std::move(both).split<mut<A>, mut<B>>();`. A
  /// part is one grant or `grants<..>`. Clang's analysis does not follow the parts. Errors: [views.overlap],
  /// [views.widen], [views.mut], as for a view.
  template <class P, class Q>
  constexpr two_loans<T, P, Q> split() && noexcept TENURE_CAPABILITY(release_capability()) {
    detail::ledger& in = ticket_.in();
    auto [p, q] = view_.template split<P, Q>();
    ticket_.strike();
    return {part<P>{p, in}, part<Q>{q, in}};
  }

  /// A loan of some of the fields instead; the loan of the others ends.
  template <class... N>
    requires Covers<T, grants<G...>, grants<N...>>
  constexpr loan<T, N...> keep() && noexcept TENURE_CAPABILITY(release_capability()) {
    detail::ledger& in = ticket_.in();
    ticket_.strike();
    return {view_, in};
  }
};

}  // namespace TENURE_ABI
}  // namespace tenure::views
