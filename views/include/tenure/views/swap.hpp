// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <utility>

#include "tenure/views/view.hpp"

/// `swap(v, w)`: exchanges what both views may write, field by field, and nothing else.
///
/// Rust's `mem::swap` through two views. `std::swap` would exchange the two words instead, which is never
/// what is meant, so it is deleted for views.
namespace tenure::views {

namespace rule {

/// [views.swap] Fields are exchanged with the same fields.
template <class T, class V, class W>
struct exchangeable {
  static constexpr bool holds = writable<T, V> == writable<T, W>;
  static constexpr auto sentence() {
    return "[views.swap] what is mut in " + name_of<view_of<T, V>> + " is not what is mut in " +
           name_of<view_of<T, W>> + ": narrow them to the same fields first";
  }
};

/// [views.mut] Something must be writable.
template <class T, class V>
struct writes_something {
  static constexpr bool holds = !writable<T, V>.empty();
  static constexpr auto sentence() {
    return "[views.mut] " + name_of<view_of<T, V>> + " may write nothing, so there is nothing to swap";
  }
};

/// [views.swap] What is swapped must have names.
template <class S>
struct enumerable {
  static constexpr bool holds = false;
  static constexpr auto sentence() {
    return "[views.swap] " + name_of<S> +
           " names no fields: of what is left of an object nobody knows the fields, so name them in mut";
  }
};

}  // namespace rule

namespace detail {

/// Exchanges fields of two objects. Whatever passes private fields around is private.
struct exchange {
  template <class T, class... G, class... H>
  static constexpr void run(view<T, G...> const& v, view<T, H...> const& w) {
    constexpr auto outermost = outermost_of<T, G...>();
    std::size_t next = 0;
    auto swap_at = [&, &a = *v.live(), &b = *w.live()]<auto... Steps>(path<Steps...>) {
      if (outermost.holds[next++]) swap_places<Steps...>(a, b);
    };
    (each<T>(static_cast<G*>(nullptr), swap_at), ...);
  }

 private:
  template <auto... Steps, class T>
  static constexpr void swap_places(T& a, T& b) {
    using std::swap;
    if constexpr (sizeof...(Steps) == 0) {
      swap(a, b);
    } else {
      swap(walk<Steps...>::in(a), walk<Steps...>::in(b));
    }
  }

  /// Calls `f` with the path to every place in `mut`, as often as it is named.
  template <class T, class... S, class F>
  static constexpr void each(mut<S...>*, F& f) {
    (each<T>(static_cast<S*>(nullptr), f), ...);
  }
  template <class T, class... S, class F>
  static constexpr void each(shr<S...>*, F&) {}
  template <class T, class... G, class F>
  static constexpr void each(grants<G...>*, F& f) {
    (each<T>(static_cast<G*>(nullptr), f), ...);
  }
  template <class T, class F>
  static constexpr void each(all*, F& f) {
    f(path<>{});
  }
  template <class T, auto... Steps, class F>
  static constexpr void each(path<Steps...>*, F& f) {
    f(path<Steps...>{});
  }
  template <class T, class S, class... A, class F>
  static constexpr void each(except<S, A...>*, F&) {
    static_cast<void>(enforce<rule::enumerable<except<S, A...>>>());
  }
  template <class T, class Tag, class F>
  static constexpr void each(Tag*, F& f) {
    each_meant<T>(static_cast<access::declared<T, Tag>*>(nullptr), f);
  }
  template <class T, auto... Places, class F>
  static constexpr void each_meant(fields<Places...>*, F& f) {
    (each<T>(static_cast<typename place_named<Places>::type*>(nullptr), f), ...);
  }

  template <std::size_t N>
  struct table {
    bool holds[N + 1]{};
  };

  /// Which of the named places lie in no other one? What is named twice is exchanged once.
  template <class T, class... G>
  static consteval auto outermost_of() {
    constexpr std::size_t size = [] {
      std::size_t count = 0;
      auto add = [&](auto) { ++count; };
      (each<T>(static_cast<G*>(nullptr), add), ...);
      return count;
    }();
    extent places[size + 1]{};
    std::size_t count = 0;
    auto add = [&]<auto... Steps>(path<Steps...>) {
      if constexpr (sizeof...(Steps) == 0) {
        places[count++] = views::places<T, all>[0];
      } else {
        places[count++] = place_of<T, Steps...>;
      }
    };
    (each<T>(static_cast<G*>(nullptr), add), ...);
    table<size> result;
    for (std::size_t i = 0; i < size; ++i) {
      result.holds[i] = true;
      for (std::size_t j = 0; j < size; ++j) {
        bool const within = places[j].begin <= places[i].begin && places[i].end <= places[j].end;
        if (within && (places[i] != places[j] || j < i)) result.holds[i] = false;
      }
    }
    return result;
  }
};

}  // namespace detail

/// Exchanges the fields in `mut`, each by its own `swap`. What is not in `mut` keeps its value. Both views
/// may be of one object. Errors: [views.swap] if the two views may not write the same fields, or if these are
/// not named, as in `mut<all_but<A>>`; [views.mut] if there are none.
template <class T, class... G, class... H>
constexpr void swap(view<T, G...> v, view<T, H...> w) {
  if constexpr (enforce<rule::exchangeable<T, grants<G...>, grants<H...>>>() &&
                enforce<rule::writes_something<T, grants<G...>>>()) {
    detail::exchange::run(v, w);
  }
}

}  // namespace tenure::views

namespace std {
/// Deleted, so that no generic code exchanges two words where fields are meant. A program adds nothing to
/// std that can be called; this cannot.
template <class T, class... G,
          tenure::text Why =
              "[views.swap] std::swap of two views would leave the fields alone: write tenure::views::swap">
void swap(tenure::views::view<T, G...>&, tenure::views::view<T, G...>&) TENURE_REFUSED(
    "[views.swap] std::swap of two views would leave the fields alone: write tenure::views::swap");
}  // namespace std
