// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>  // brings std::begin, std::data and std::size
#include <type_traits>
#include <utility>

#include "tenure/ownership/address.hpp"
#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/structure.hpp"

/// What sharing means is chosen by the type: the customisation point behind `shared<T>`.
///
/// By default a shared value is read-only, and deeply so: a scalar is read, an aggregate gives its fields,
/// each shared in the field's own way, an owner gives what it owns, shared. A type with interior mutability
/// gives its own operations instead. Everything a `shared<T>` can do stands in one class,
/// `sharing<T>::access`.
///
/// A class that hides its fields may hide a pointer or a mutable member in them: then its const functions can
/// hand out a `U&`, or a reference to what the next write destroys. Nobody can see that from outside, so it
/// has no sharing until it says which:
///
///   template <> struct tenure::sharing<app::date> : tenure::read_only<app::date> {};
///
/// Source: R. Jung, "The RustBelt model of shared references": each type has its own sharing predicate.

namespace tenure {

namespace marker {

/// Frozen: through a `T const&` nothing of the value changes, neither itself nor what it leads to. So a
/// `T const&` to it may be handed out. Rust's `Freeze`, which stops at a pointer; this one does not.
struct frozen {
  static constexpr text word{"Frozen"};
  static constexpr text rule{"ownership.shared"};
  static constexpr text advice{"share its parts one by one"};
  static constexpr verdict pointer = verdict::no;
  template <class>
  static constexpr verdict hidden = verdict::unknown;
  /// A mutable field changes under a const reference.
  template <class T>
  static constexpr bool possible = [] {
    if constexpr (Structured<T>) {
      return !has_mutable_field<T>;
    } else {
      return true;
    }
  }();
};

}  // namespace marker

template <class T>
concept Frozen = derived<marker::frozen, T> == verdict::yes;

/// How a `T` is shared. Specialise it with two members, before the first `shared<T>`:
///
///   class access     holds the one word of a `shared<T>`; is made from a `T const&`; its public members are
///                    what a `shared<T>` lets you do
///   using frozen     `yes`, `no` or `like<Parts...>`: may a `T const&` be handed out? Without it: no
///
/// or derive the specialisation from `read_only`, `fields`, `elements` or `owner` below.
template <class T>
struct sharing;

template <class T>
  requires requires { typename sharing<T>::frozen; }
struct declare<marker::frozen, T> : sharing<T>::frozen {};

inline namespace TENURE_ABI {
template <class T>
class shared;
}

namespace rule {

/// [ownership.shared] A `T const&` to the whole of a value, where nothing of it can change meanwhile.
template <class T>
struct shared_whole {
  static constexpr auto sentence() {
    return "[ownership.shared] a shared " + name_of<T> +
           " gives no const reference to the whole of it, for a part of it may be written meanwhile: share "
           "its "
           "parts one by one";
  }
};

/// [ownership.shared] Nothing that ends with this expression is shared.
template <class T>
struct shared_temporary {
  static constexpr auto sentence() {
    return "[ownership.shared] a temporary " + name_of<T> +
           " ends before its shared reference: give it a name";
  }
};

}  // namespace rule

/// The value is read, as a whole. For your own class: all that its const functions lead to is const too.
template <class T>
struct read_only {
  using frozen = yes;

  class access {
    T const* it_;

   public:
    constexpr explicit access(T const& it) noexcept : it_{address_of(it)} {}
    constexpr T const& operator*() const noexcept { return *it_; }
    constexpr T const* operator->() const noexcept { return it_; }
    constexpr T const* get() const noexcept { return it_; }
  };
};

namespace detail {

template <std::size_t I>
struct pick_field {
  template <class First, class... Rest>
  constexpr auto const& operator()(First const& first, Rest const&... rest) const {
    if constexpr (I == 0) {
      return first;
    } else {
      return pick_field<I - 1>{}(rest...);
    }
  }
};

template <std::size_t I, class First, class... Rest>
auto nth_field(type_list<First, Rest...>) {
  if constexpr (I == 0) {
    return std::type_identity<First>{};
  } else {
    return nth_field<I - 1>(type_list<Rest...>{});
  }
}
template <std::size_t I, class T>
using nth_field_type = typename decltype(nth_field<I>(field_types<T>{}))::type;

/// A reference to the whole, for those values of which nothing changes.
template <class T>
class whole_access {
 protected:
  T const* it_;

 public:
  constexpr explicit whole_access(T const& it) noexcept : it_{address_of(it)} {}

  constexpr T const& operator*() const noexcept
    requires Frozen<T>
  {
    return *it_;
  }
  constexpr T const* operator->() const noexcept
    requires Frozen<T>
  {
    return it_;
  }
  constexpr T const* get() const noexcept
    requires Frozen<T>
  {
    return it_;
  }
  template <text Why = rule::shared_whole<T>::sentence()>
  void operator*() const
    requires(!Frozen<T>)
  TENURE_REFUSED(
      "[ownership.shared] it gives no const reference to the whole of it, for a part of it may be written "
      "meanwhile: share its parts one by one");
  template <text Why = rule::shared_whole<T>::sentence()>
  T const* operator->() const
    requires(!Frozen<T>)
  TENURE_REFUSED(
      "[ownership.shared] it gives no const reference to the whole of it, for a part of it may be written "
      "meanwhile: share its parts one by one");
  template <text Why = rule::shared_whole<T>::sentence()>
  void get() const
    requires(!Frozen<T>)
  TENURE_REFUSED(
      "[ownership.shared] it gives no const reference to the whole of it, for a part of it may be written "
      "meanwhile: share its parts one by one");
};

/// What `->` leads to behind an owner: the value, if it is Frozen, else what may be done to it shared.
template <class T>
struct arrow_proxy {
  shared<T> target;
  constexpr shared<T> const* operator->() const noexcept { return &target; }
};
template <class T>
constexpr auto arrow(shared<T> target) noexcept {
  if constexpr (requires { target.operator->(); }) {
    return target.operator->();
  } else {
    return arrow_proxy<T>{target};
  }
}

}  // namespace detail

inline namespace TENURE_ABI {

/// An aggregate gives its fields, each shared in the field's own way; and the whole, if it is Frozen.
template <class T>
struct fields {
  class access : public detail::whole_access<T> {
   public:
    using detail::whole_access<T>::whole_access;

    /// The field at position `I`.
    template <std::size_t I>
      requires(I < field_count<T>)
    constexpr auto field() const noexcept {
      using type = detail::nth_field_type<I, T>;
      return shared<std::remove_const_t<type>>{with_fields(*this->it_, detail::pick_field<I>{})};
    }
    /// The field called `member`: `s.field(&app::person::name)`.
    template <class F>
      requires std::is_object_v<F>
    constexpr auto field(F T::* member) const noexcept {
      return shared<std::remove_const_t<F>>{(*this->it_).*member};
    }
  };
};

/// A sequence `C` of `U`: its length is read-only, its elements are shared in their own way.
template <class C, class U>
struct elements {
  using frozen = like<U>;

  class access : public detail::whole_access<C> {
    constexpr U const* first() const noexcept { return std::data(*this->it_); }

   public:
    using element = shared<U>;

    class iterator {
      U const* at_ = nullptr;

     public:
      constexpr explicit iterator(U const* at) noexcept : at_{at} {}
      constexpr element operator*() const noexcept { return element{*at_}; }
      constexpr iterator& operator++() noexcept {
        ++at_;
        return *this;
      }
      constexpr bool operator==(iterator const&) const noexcept = default;
    };

    using detail::whole_access<C>::whole_access;

    constexpr std::size_t size() const noexcept { return std::size(*this->it_); }
    /// Precondition: `i < size()`.
    constexpr element operator[](std::size_t i) const noexcept {
      expects(i < size(), "[ownership.bounds] a shared sequence has no element at this position");
      return element{first()[i]};
    }
    constexpr iterator begin() const noexcept { return iterator{first()}; }
    constexpr iterator end() const noexcept { return iterator{first() + size()}; }
  };
};

/// An owner `P` of a `U`: what it owns, shared. `&Box<U>` is as good as `&U`.
/// `*s` and `s->` have as precondition that the owner is not empty. `s->x` is a member of what is owned if
/// that may be seen as a whole, else an operation of its shared reference.
template <class P, class U>
struct owner {
  class access {
   protected:
    P const* it_;

   public:
    constexpr explicit access(P const& it) noexcept : it_{address_of(it)} {}
    constexpr shared<U> operator*() const noexcept {
      if constexpr (std::is_constructible_v<bool, P const&>) {
        expects(static_cast<bool>(*it_), "[ownership.null] a shared owner that owns nothing has no value");
      }
      return shared<U>{std::as_const(**it_)};
    }
    constexpr auto operator->() const noexcept { return detail::arrow(**this); }
  };
};

}  // namespace TENURE_ABI

namespace detail {

template <class T>
concept SaysSharing = requires { sizeof(sharing<T>); };

/// Something to go on with after the error.
template <class T>
using recovered = std::conditional_t<std::is_object_v<std::remove_cvref_t<T>>, std::remove_cvref_t<T>, int>;

template <class T>
inline constexpr bool points_to_object =
    std::is_pointer_v<T> && !std::is_function_v<std::remove_pointer_t<T>>;

enum class share_as { nothing, read, parts, sequence };

template <class T>
constexpr share_as default_sharing() {
  if constexpr (!std::is_object_v<T> || !std::is_same_v<T, std::remove_cv_t<T>> || points_to_object<T>) {
    return share_as::nothing;
  } else if constexpr (std::is_array_v<T>) {
    return std::is_bounded_array_v<T> ? share_as::sequence : share_as::nothing;
  } else if constexpr (!enforce<rule::incomplete<T>>()) {
    return share_as::nothing;
  } else if constexpr (std::is_class_v<T> && Structured<T>) {
    return share_as::parts;
  } else {
    return Frozen<T> ? share_as::read : share_as::nothing;
  }
}

template <class T>
constexpr auto choose_sharing() {
  if constexpr (SaysSharing<T>) {
    return std::type_identity<sharing<T>>{};
  } else if constexpr (default_sharing<T>() == share_as::parts) {
    return std::type_identity<fields<T>>{};
  } else if constexpr (default_sharing<T>() == share_as::sequence) {
    return std::type_identity<elements<T, std::remove_extent_t<T>>>{};
  } else {
    return std::type_identity<read_only<recovered<T>>>{};
  }
}

/// What `T` says, else the default.
template <class T>
using sharing_of = typename decltype(choose_sharing<T>())::type;

}  // namespace detail

namespace rule {

/// [ownership.shared] Which types can be shared: see above.
template <class T>
struct shareable {
  static constexpr bool holds =
      detail::SaysSharing<T> || detail::default_sharing<T>() != detail::share_as::nothing;

  static constexpr auto sentence() {
    constexpr auto start = "[ownership.shared] a " + name_of<T> + " cannot be shared: ";
    if constexpr (!std::is_object_v<T> || std::is_const_v<T> || std::is_volatile_v<T>) {
      return start +
             "write shared<T> for an object type T without const or volatile; what is shared is not written "
             "anyway";
    } else if constexpr (detail::points_to_object<T>) {
      return start +
             "whoever reads a plain pointer may write what it points to; hold the value in a box, or borrow "
             "it "
             "with shared";
    } else if constexpr (std::string_view{name_of<T>}.starts_with("std::")) {
      return start +
             "#include <tenure/ownership/sharing_std.hpp>; of what is not there, nobody knows whether a "
             "const "
             "reference to it is deep";
    } else {
      return start +
             "it hides what it is made of, so nobody knows whether a const reference to it is deep; if it "
             "is, "
             "say so with 'template <> struct tenure::sharing<" +
             name_of<T> + "> : tenure::read_only<" + name_of<T> +
             "> {};', else specialise tenure::sharing with what may be done";
    }
  }
};

}  // namespace rule

/// Can a `T` be shared? What a `shared<T>` then lets you do is another question.
template <class T>
concept Shareable = rule::shareable<T>::holds;

}  // namespace tenure
