// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/ownership/invariants.hpp"
#include "tenure/ownership/own.hpp"
#include "tenure/ownership/sharing.hpp"

/// References with a mode: `unique<T>` is Rust's `&mut T`, `shared<T>` its `&T`.
///
/// C++ has no lifetimes. What the types hold: a unique is never copied, a shared never leads to a `T&`, and
/// none of the two is made from a temporary. What they cannot hold, and the reader must: that a reference
/// ends before its referent does, and that whoever was reborrowed from waits. Clang warns of the simple
/// cases.
namespace tenure {

namespace rule {

template <class T>
struct uniquely_borrowed {
  static constexpr bool holds = std::is_object_v<T> && !std::is_const_v<T> && !std::is_volatile_v<T>;
  static constexpr auto sentence() {
    return "[ownership.unique] there is no unique<" + name_of<T> +
           ">: it would be for writing an object; to read one, write shared";
  }
};

template <class T>
struct unique_temporary {
  static constexpr auto sentence() {
    return "[ownership.unique] a temporary " + name_of<T> +
           " ends before its unique reference: give it a name";
  }
};

/// [ownership.variance] Of what is shared read-only, a base class may be seen. Of what can be written while
/// it is shared, nothing else: somebody would write there what the others cannot read.
template <class From, class To>
struct variance {
  static constexpr bool holds = std::derived_from<From, To> && Frozen<From> && Frozen<To>;
  static constexpr auto sentence() {
    return "[ownership.variance] a shared " + name_of<From> + " is no shared " + name_of<To> +
           ": only what is shared read-only may be seen as its base class; convert the owned value";
  }
};

}  // namespace rule

inline namespace TENURE_ABI {

template <class T>
class box;
template <class T, class Counts>
class counted;

/// `&mut T`: the only way to a value while it lives. One word, never null, moved and never copied. One that
/// was moved from may only be assigned to or destroyed: Clang rejects other uses under `-Werror=consumed`,
/// checked builds trap on them with [ownership.affine].
template <class T>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] unique
    : affine<"[ownership.affine] a unique is moved, never copied: write std::move, or reborrow()",
             unique<T>> {
  static_assert(told<rule::uniquely_borrowed<T>>());

  T* place_;

  constexpr T* live() const noexcept {
    expects(place_ != nullptr, "[ownership.affine] a unique was used after it was moved from");
    return place_;
  }

 public:
  using element_type = T;

  /// Borrows `place`. The reader's part: nobody uses it otherwise until this reference ends.
  TENURE_RETURNS(unconsumed)
  constexpr explicit unique(T& place TENURE_LIFETIMEBOUND) noexcept : place_{std::addressof(place)} {}
  /// Borrows what `owner` owns.
  template <std::same_as<T> U>
  TENURE_RETURNS(unconsumed)
  constexpr explicit unique(own<U>& owner TENURE_LIFETIMEBOUND) noexcept : place_{owner.get()} {}
  template <text Why = rule::unique_temporary<T>::sentence()>
  unique(T&&)
      TENURE_REFUSED("[ownership.unique] a temporary ends before its unique reference: give it a name");
  template <std::same_as<T> U, text Why = rule::unique_temporary<own<U>>::sentence()>
  unique(own<U>&&)
      TENURE_REFUSED("[ownership.unique] a temporary ends before its unique reference: give it a name");

#if TENURE_CHECKED
  constexpr unique(unique&& other) noexcept : place_{std::exchange(other.place_, nullptr)} {}
  constexpr unique& operator=(unique&& other) noexcept {
    place_ = std::exchange(other.place_, nullptr);
    return *this;
  }
#else
  unique(unique&&) = default;  // trivial: it is passed in a register
  unique& operator=(unique&&) = default;
#endif
  unique(unique const&) = default;  // deleted by the base, whose name says why
  unique& operator=(unique const&) = default;

  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T& operator*() noexcept { return *live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const& operator*() const noexcept { return *live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* operator->() noexcept { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* operator->() const noexcept { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T* get() noexcept { return live(); }
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr T const* get() const noexcept { return live(); }

  /// A shorter unique of the same value: `&mut *u`. The reader's part: this one is not used before the
  /// shorter one ends. C++ cannot say it; Clang sees that the shorter one does not outlive this one.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr unique reborrow() noexcept TENURE_LIFETIMEBOUND { return unique{*live()}; }

  /// Gives up writing for good: from now on the value is shared. Consumes the unique.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  constexpr shared<T> share() && noexcept {
    T* const place = live();
    if constexpr (is_checked) place_ = nullptr;
    return shared<T>{*place};
  }
};

template <class T>
unique(own<T>&) -> unique<T>;

/// `&T`: a reference that several may hold. One word, never null, copied freely. What it lets you do is
/// chosen by the type: see `sharing`. There is no way from it to a `T&`, and no `T const&` to anything that
/// may change while it is shared.
template <class T>
class [[nodiscard]] shared : public detail::sharing_of<T>::access {
  static_assert(told<rule::shareable<T>>());
  using way = typename detail::sharing_of<T>::access;

 public:
  using element_type = T;

  constexpr explicit shared(detail::recovered<T> const& value TENURE_LIFETIMEBOUND) noexcept : way{value} {}
  template <text Why = rule::shared_temporary<T>::sentence()>
  shared(detail::recovered<T> const&&)
      TENURE_REFUSED("[ownership.shared] a temporary ends before its shared reference: give it a name");
  /// For good: consumes the unique.
  constexpr explicit shared(unique<T>&& source) noexcept : shared{std::move(source).share()} {}
  /// For the operations of a type that makes its own shared references.
  constexpr explicit shared(way const& known) noexcept : way{known} {}

  /// As a base class, where both are read-only.
  template <class From>
    requires rule::variance<From, T>::holds
  constexpr shared(shared<From> const& other) noexcept : way{*other} {}
  template <class From, text Why = rule::variance<From, T>::sentence()>
    requires(!std::same_as<From, T> && !rule::variance<From, T>::holds)
  shared(shared<From> const&) TENURE_REFUSED(
      "[ownership.variance] only what is shared read-only may be seen as its base class; convert the owned "
      "value");
};

template <class T>
shared(T const&) -> shared<T>;
template <class T>
shared(unique<T>&&) -> shared<T>;

}  // namespace TENURE_ABI

/// A shared is as good in several threads at once as in another one.
template <class T>
struct invariants<shared<T>> {
  using owned = invariant::shares<T>;
  using shared = invariant::shares<T>;
};
/// A unique hands over what it may do: to write, and to move the value out.
template <class T>
struct invariants<unique<T>> {
  using owned = invariant::lends<T>;
  using shared = invariant::read_only<T>;
};

/// A reference may be moved and forgotten, whatever it refers to.
template <class T>
struct declare<marker::move, shared<T>> : yes {};
template <class T>
struct declare<marker::leak, shared<T>> : yes {};
template <class T>
struct declare<marker::transfer, shared<T>> : yes {};
template <class T>
struct declare<marker::move, unique<T>> : yes {};
template <class T>
struct declare<marker::leak, unique<T>> : yes {};
template <class T>
struct declare<marker::transfer, unique<T>> : yes {};

/// `& &T` is as good as `&T`, and so is `& &mut T`: while it is shared, nobody writes through it.
template <class T>
struct sharing<shared<T>> {
  using frozen = like<T>;
  class access {
    shared<T> const* it_;

   public:
    constexpr explicit access(shared<T> const& it) noexcept : it_{std::addressof(it)} {}
    constexpr shared<T> operator*() const noexcept { return *it_; }
    constexpr auto operator->() const noexcept { return detail::arrow(*it_); }
  };
};
template <class T>
struct sharing<unique<T>> : owner<unique<T>, T> {
  using frozen = like<T>;
};

/// Our own owners, of which the first two say `like<T>` of every marker. What is counted is shared anyway.
template <class T>
struct sharing<own<T>> : owner<own<T>, std::remove_const_t<T>> {};
template <class T>
struct sharing<own<T[]>> {
  using access = typename elements<own<T[]>, std::remove_const_t<T>>::access;
};
template <class T>
struct sharing<box<T>> : owner<box<T>, T> {};
template <class T, class Counts>
struct sharing<counted<T, Counts>> {
  using frozen = like<T>;
  class access : public owner<counted<T, Counts>, T>::access {
   public:
    using owner<counted<T, Counts>, T>::access::access;
    /// One owner more.
    constexpr counted<T, Counts> clone() const noexcept { return this->it_->clone(); }
  };
};

}  // namespace tenure
