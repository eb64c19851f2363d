// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>

#include "tenure/ownership/linear.hpp"
#include "tenure/views/borrow_check.hpp"
#include "tenure/views/ledger.hpp"
#include "tenure/views/view.hpp"

namespace tenure::views {

namespace rule {

/// [views.temporary] A loan that nobody holds would end before what is read through it.
template <class Loan, class... Asked>  // what is asked for only delays the sentence until it is needed
struct named_loan {
  static constexpr auto sentence() {
    return "[views.temporary] a temporary " + name_of<Loan> +
           " ends before what is read through it: give it a name, or write place.call(function)";
  }
};

}  // namespace rule

inline namespace TENURE_ABI {

template <class T, class... G>
class loan_part;

namespace lending {
template <class T, class P>
struct part {
  using type = loan_part<T, P>;
};
template <class T, class... P>
struct part<T, grants<P...>> {
  using type = loan_part<T, P...>;
};
}  // namespace lending

/// What a loan is split into. Each ends by itself.
template <class T, class P, class Q>
struct [[nodiscard]] two_loans {
  typename lending::part<T, P>::type first;
  typename lending::part<T, Q>::type second;
};

/// Fields that are lent, until the end of the scope or `end()`: a loan that came out of another one. Clang's
/// analysis does not follow it; the ledger does. It stays where it was made.
///
/// It becomes a view of what it lends, or of some of it. In unchecked builds it is one: a pointer.
template <class T, class... G>
class [[nodiscard]] loan_part {
  view<T, G...> view_;
  [[no_unique_address]] detail::ticket ticket_;

  template <class, class...>
  friend class loan_part;
  template <class P>
  using part = typename lending::part<T, P>::type;

  constexpr view<T, G...> const& live() const noexcept {
    static_cast<void>(ticket_.in());
    return view_;
  }

 protected:
  constexpr loan_part(view<T, G...> lent, detail::ledger& in) noexcept
      : view_{lent}, ticket_{in, detail::claims_of<T, G...>, sizeof...(G)} {}

 public:
  loan_part(loan_part const&) = delete;
  loan_part& operator=(loan_part const&) = delete;
  constexpr ~loan_part() = default;

  /// A view of what is lent, or of some of it, which must not outlive the loan.
  template <class... N>
    requires Covers<T, grants<G...>, grants<N...>>
  constexpr operator view<T, N...>() const& noexcept TENURE_LIFETIMEBOUND {
    return live();
  }
  template <class... N, text Why = rule::named_loan<loan_part, N...>::sentence()>
  operator view<T, N...>() const&& = delete;

  /// The field, as a view gives it.
  template <auto... Steps>
  constexpr decltype(auto) operator[](path<Steps...> place) const& noexcept TENURE_LIFETIMEBOUND {
    return live()[place];
  }

  /// Ends it before its scope does. Precondition of this and all others: it has not ended, [views.used].
  constexpr void end() noexcept {
    static_cast<void>(ticket_.in());
    ticket_.strike();
  }

  /// Two loans instead of this one, which ends: `auto [a, b] = both.split<mut<A>, mut<B>>();`. A part is one
  /// grant or `grants<..>`. Errors: [views.overlap], [views.widen], [views.mut], as for a view.
  template <class P, class Q>
  constexpr two_loans<T, P, Q> split() noexcept {
    auto&& in = ticket_.in();
    auto [p, q] = view<T, G...>{view_}.template split<P, Q>();
    ticket_.strike();
    return {part<P>{p, in}, part<Q>{q, in}};
  }

  /// A loan of some of the fields instead of this one: the loans of the others end.
  template <class... N>
    requires Covers<T, grants<G...>, grants<N...>>
  constexpr loan_part<T, N...> keep() noexcept {
    auto&& in = ticket_.in();
    ticket_.strike();
    return {view_, in};
  }
};

/// Fields that a `place<T>` has lent. Clang's analysis knows until when.
template <class T, class... G>
class [[nodiscard]] TENURE_CAPABILITY(scoped_lockable) loan : public loan_part<T, G...> {
  template <class>
  friend class views::place;
  using loan_part<T, G...>::loan_part;

 public:
  constexpr ~loan() TENURE_CAPABILITY(release_capability()) {}

  constexpr void end() noexcept TENURE_CAPABILITY(release_capability()) { loan_part<T, G...>::end(); }
  template <class P, class Q>
  constexpr two_loans<T, P, Q> split() noexcept TENURE_CAPABILITY(release_capability()) {
    return loan_part<T, G...>::template split<P, Q>();
  }
  template <class... N>
    requires Covers<T, grants<G...>, grants<N...>>
  constexpr loan_part<T, N...> keep() noexcept TENURE_CAPABILITY(release_capability()) {
    return loan_part<T, G...>::template keep<N...>();
  }
};

}  // namespace TENURE_ABI
}  // namespace tenure::views
