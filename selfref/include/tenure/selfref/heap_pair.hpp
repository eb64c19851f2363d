// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <expected>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/sharing.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/selfref/pinned.hpp"
#include "tenure/selfref/transfer.hpp"

/// An owner and a dependent that borrows it, in one allocation on the heap.
///
/// The danger in such a pair is what passes its border. So nothing that refers to anything does: the pair is
/// entered by functions that capture nothing, with arguments and results that are self-contained. Then no
/// borrow leaves it ([selfref.reborrow]), and nothing that ends earlier is stored in it
/// ([selfref.covariance]). What C++ cannot close: a variable with static or thread duration is seen by every
/// function, and an exception may hold a borrow; see to those yourself.
///
/// Source: the Rust crates self_cell, ouroboros, yoke and owning_ref, and what was wrong with them: a
/// dependent seen at two lifetimes, or given a reference to itself (self_cell 28, ouroboros 41), something
/// shorter-lived written into it (self_cell 49 and 18, yoke 2926), the owner changed under it
/// (RUSTSEC-2022-0040, [selfref.const]).
namespace tenure {

namespace marker {

/// Refers to nothing: no pointer, reference or view in it, so it may outlive everything else.
struct self_contained {
  static constexpr text word{"SelfContained"};
  static constexpr text rule{"selfref.reborrow"};
  static constexpr text advice{"use a value that refers to nothing, such as a copy"};
  static constexpr verdict pointer = verdict::no;
  template <class>
  static constexpr verdict hidden = verdict::unknown;
};

}  // namespace marker

namespace detail {

/// A container or smart pointer owns what it leads to: views have no allocator and no deleter.
template <class T>
concept OwnsValues = requires {
  typename T::value_type;
  typename T::allocator_type;
} || requires(T& t) {
  typename T::value_type;
  t.has_value();
};
template <class T>
concept OwnsElement = requires {
  typename T::element_type;
  typename T::deleter_type;
};
template <class T>
concept Row = !Structured<T> && requires { std::tuple_size<T>::value; };

template <class T, class I = std::make_index_sequence<std::tuple_size<T>::value>>
struct row_elements;
template <class T, std::size_t... I>
struct row_elements<T, std::index_sequence<I...>> {
  using type = like<std::tuple_element_t<I, T>...>;
};

}  // namespace detail

template <detail::OwnsValues T>
struct declare<marker::self_contained, T> : like<typename T::value_type> {};
template <detail::OwnsElement T>
struct declare<marker::self_contained, T> : like<typename T::element_type, typename T::deleter_type> {};
template <class T>
struct declare<marker::self_contained, std::default_delete<T>> : yes {};
template <detail::Row T>
struct declare<marker::self_contained, T> : detail::row_elements<T>::type {};

/// Declare `marker::self_contained` for a class that hides its fields and refers to nothing outside of them.
template <class T>
concept SelfContained = std::is_void_v<T> || derived<marker::self_contained, T> == verdict::yes;

namespace selfref {

namespace rule {

/// [selfref.reborrow] What is returned from the inside refers to nothing.
template <class R>
struct leaves_pair {
  static constexpr bool holds = SelfContained<R>;
  static constexpr auto sentence() {
    return "[selfref.reborrow] a " + name_of<R> +
           " cannot leave a heap_pair, for it may refer to what is in it: return a value that refers to "
           "nothing "
           "(declare marker::self_contained for a class that hides its fields)";
  }
};

/// [selfref.covariance] What is given to the inside refers to nothing.
template <class A>
struct enters_pair {
  static constexpr bool holds = SelfContained<A>;
  static constexpr auto sentence() {
    return "[selfref.covariance] a " + name_of<A> +
           " cannot enter a heap_pair, for it may refer to what ends before the dependent that keeps it: "
           "pass a "
           "value that refers to nothing (declare marker::self_contained for a class that hides its fields)";
  }
};

/// [selfref.covariance] So does the function itself: it captures nothing.
template <class F>
struct captures_nothing {
  static constexpr bool holds =
      std::is_empty_v<F> || (std::is_pointer_v<F> && std::is_function_v<std::remove_pointer_t<F>>);
  static constexpr auto sentence() {
    return text{
        "[selfref.covariance] the function captures something that may end before the dependent, or that may "
        "carry a borrow out of the heap_pair: capture nothing, and pass values as further arguments"};
  }
};

/// [selfref.const] The owner is const, and the function must take what it is given.
template <class F, class... Given>
struct takes_pair {
  static constexpr bool holds = std::is_invocable_v<F&, Given...>;
  static constexpr auto sentence() {
    return "[selfref.const] the function cannot be called with (" + names_of<Given...> +
           "): the owner in a heap_pair is const, for the dependent borrows it";
  }
};

}  // namespace rule

namespace detail {

template <class F, class... Given>
struct result_of {
  using type = void;
};
template <class F, class... Given>
  requires std::is_invocable_v<F&, Given...>
struct result_of<F, Given...> : std::invoke_result<F&, Given...> {};

}  // namespace detail

inline namespace TENURE_ABI {

/// An `Owner` and a `Dependent` that may keep references to it. One word, never empty, moved and never
/// copied; moving it moves neither. The owner is const from the moment when the dependent is made; the
/// dependent ends first. Access is const through a const pair.
///
///   auto lines = heap_pair<std::string, index>::make(std::move(text), [](std::string const& t) { return
///   index{t}; }); auto n = lines.with([](std::string const&, index const& i, int line) { return
///   i.length(line); }, 3);
template <class Owner, class Dependent>
class TENURE_CONSUMABLE(unconsumed) TENURE_TRIVIAL_ABI [[nodiscard]] heap_pair
    : affine<"[ownership.affine] a heap_pair is moved, never copied: write std::move",
             heap_pair<Owner, Dependent>> {
  struct node {
    Owner owner;
    union {
      tenure::detail::nothing none_{};
      Dependent dependent;
    };
    template <class Make>
    constexpr explicit node(Make& make) : owner(make()) {}
    constexpr ~node() {}
  };
  node* node_;

  constexpr explicit heap_pair(node* full) noexcept : node_{full} {}
  constexpr node& live() const noexcept {
    expects(node_ != nullptr, "[ownership.affine] a heap_pair was used after it was moved from");
    return *node_;
  }

  template <class F, class... Args>
  static consteval bool is_closed() {
    return enforce<rule::captures_nothing<F>>() && (enforce<rule::enters_pair<Args>>() && ...);
  }
  template <class F, class... Args>
  using built = std::invoke_result_t<F&, Owner const&, Args...>;

  /// What `f(owner, all.dependent, args...)` returns, if nothing passes the border.
  template <class Seen, class F, class... Args>
  using seen = typename detail::result_of<F, Owner const&, Seen&, Args...>::type;
  template <class Seen, class F, class... Args>
  constexpr seen<Seen, F, Args...> call(F& f, Args&... args) const {
    if constexpr (is_closed<F, Args...>() && enforce<rule::takes_pair<F, Owner const&, Seen&, Args...>>() &&
                  enforce<rule::leaves_pair<seen<Seen, F, Args...>>>()) {
      node& all = live();
      return f(std::as_const(all.owner), static_cast<Seen&>(all.dependent), std::move(args)...);
    } else {
      std::abort();
    }
  }

 public:
  using owner_type = Owner;
  using dependent_type = Dependent;

  /// With the owner that `make_owner()` returns, in place, and the dependent that `build(owner, args...)`
  /// returns, in place: both may be immovable. Allocates once. What is thrown passes through, and what was
  /// made is destroyed. Errors: [selfref.covariance].
  template <class MakeOwner, class F, class... Args>
  static constexpr heap_pair make_with(MakeOwner&& make_owner, F build, Args... args) {
    if constexpr (is_closed<F, Args...>()) {
      static_assert(told<rule::made_in_place<Dependent, built<F, Args...>>>());
      std::unique_ptr<node> made{new node(make_owner)};
      auto make = [&]() -> Dependent { return build(std::as_const(made->owner), std::move(args)...); };
      tenure::detail::construct_from(std::addressof(made->dependent), make);
      return heap_pair{made.release()};
    } else {
      std::abort();
    }
  }
  template <class F, class... Args>
  static constexpr heap_pair make(Owner owner, F build, Args... args) {
    return make_with([&]() -> Owner { return std::move(owner); }, build, std::move(args)...);
  }

  /// Likewise where `build` may fail: it returns `std::expected<Dependent, E>`, or, for an immovable
  /// dependent, `std::expected<Init, E>` where calling the `Init` makes it. On an error nothing is left.
  /// The error leaves the pair: [selfref.reborrow].
  template <class MakeOwner, class F, class... Args>
  static constexpr auto try_make_with(MakeOwner&& make_owner, F build, Args... args) {
    using given = built<F, Args...>;
    using result = std::expected<heap_pair, typename given::error_type>;
    if constexpr (is_closed<F, Args...>() && enforce<rule::leaves_pair<typename given::error_type>>()) {
      std::unique_ptr<node> made{new node(make_owner)};
      given dependent = build(std::as_const(made->owner), std::move(args)...);
      if (!dependent) return result{std::unexpect, std::move(dependent).error()};
      if constexpr (std::is_same_v<typename given::value_type, Dependent>) {
        std::construct_at(std::addressof(made->dependent), *std::move(dependent));
      } else {
        tenure::detail::construct_from(std::addressof(made->dependent), *dependent);
      }
      return result{heap_pair{made.release()}};
    } else {
      return result{std::unexpect};
    }
  }
  template <class F, class... Args>
  static constexpr auto try_make(Owner owner, F build, Args... args) {
    return try_make_with([&]() -> Owner { return std::move(owner); }, build, std::move(args)...);
  }

  constexpr heap_pair(heap_pair&& other) noexcept : node_{std::exchange(other.node_, nullptr)} {}
  heap_pair(heap_pair const&) = default;  // deleted by the base, whose name says why
  /// A pair of a derived owner or dependent is no pair of the bases.
  template <class O, class D,
            text Why =
                "[selfref.covariance] a heap_pair of other types cannot become this one: what is stored in "
                "the one need not be right in the other">
  heap_pair(heap_pair<O, D>) TENURE_REFUSED(
      "[selfref.covariance] a heap_pair of other types cannot become this one: what is stored in the "
      "one need not be right in the other");
  constexpr heap_pair& operator=(heap_pair&& other) noexcept {
    heap_pair dying{std::exchange(node_, std::exchange(other.node_, nullptr))};
    return *this;
  }
  heap_pair& operator=(heap_pair const&) = default;
  constexpr ~heap_pair() {
    if (node_ == nullptr) return;
    std::destroy_at(std::addressof(node_->dependent));
    delete node_;
  }

  /// Calls `f(owner, dependent, args...)`, both const. Errors: [selfref.reborrow],
  /// [selfref.covariance], [selfref.const].
  template <class F, class... Args>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr seen<Dependent const, F, Args...> with(F f, Args... args) const {
    return call<Dependent const>(f, args...);
  }

  /// Calls `f(owner, dependent, args...)`, where the dependent may be changed. The owner may not, for the
  /// dependent borrows it. Errors: [selfref.reborrow],
  /// [selfref.covariance], [selfref.const].
  template <class F, class... Args>
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  constexpr seen<Dependent, F, Args...> change(F f, Args... args) {
    return call<Dependent>(f, args...);
  }

  /// Ends the dependent, frees the allocation and hands out the owner. Needs Move. Consumes the pair.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] constexpr Owner into_owner() && noexcept(std::is_nothrow_move_constructible_v<Owner>) {
    if constexpr (enforce<tenure::rule::move<Owner>>()) {
      std::destroy_at(std::addressof(live().dependent));
      std::unique_ptr<node> const rest{std::exchange(node_, nullptr)};
      return std::move(rest->owner);
    } else {
      std::abort();
    }
  }
};

}  // namespace TENURE_ABI

template <class Owner, class Dependent>
struct relocate_traits<heap_pair<Owner, Dependent>> : relocates_by<tier::realloc> {};

}  // namespace selfref

/// Moving a pair moves neither part, and assigning one is a write; in everything else it is as its parts are.
template <class Marker, class O, class D>
struct declare<Marker, selfref::heap_pair<O, D>> : like<O, D> {};
template <class O, class D>
struct declare<marker::move, selfref::heap_pair<O, D>> : yes {};
template <class O, class D>
struct declare<marker::transfer, selfref::heap_pair<O, D>> : yes {};
template <class O, class D>
struct declare<marker::synchronised, selfref::heap_pair<O, D>> : no {};
template <class O, class D>
struct declare<marker::destructure, selfref::heap_pair<O, D>> : no {};

}  // namespace tenure
