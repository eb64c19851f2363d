// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <type_traits>
#include <utility>

#include "tenure/selfref/immovable.hpp"
#include "tenure/selfref/relocate.hpp"
#include "tenure/selfref/ring.hpp"

/// Intrusive lists: the nodes are members of the values, which live wherever the user put them. No heap, and
/// a value can stand in several lists at once.
///
///   struct job { int id; transfer_link place; };       // may be relocated while it is listed
///   transfer_list<&job::place> ready;
///
///   - A `transfer_link` may be relocated and moved: its neighbours are told, in O(1). So listed values can
///   be
///     elements of a transfer_vector, and the list itself may be relocated.
///   - A `pinned_link` stays where it is, and so do its value and its list: nothing has to be mended, and
///     a pointer from outside stays valid.
///
/// A value that ends leaves its lists; a list that ends leaves its values alone.
/// Source: the intrusive lists of Linux, which Rust for Linux builds with pinned nodes; "linked neighbours
/// must be repaired" is what bitwise relocation cannot do.
namespace tenure::selfref {

namespace detail::inline TENURE_ABI {
template <auto Member>
class linked_list;
}

inline namespace TENURE_ABI {

/// The place of a value in a transfer_list. Moved, it takes over the other's place; it is never copied, since
/// a place is taken once.
class transfer_link
    : affine<"[selfref.copy] a listed value stands at one place: move it, or list another value",
             transfer_link>,
      private detail::ring {
  template <auto>
  friend class detail::linked_list;

 public:
  constexpr bool is_listed() const noexcept { return !alone(); }
  /// Leaves the list, if it is in one. O(1).
  constexpr void unlist() noexcept { leave(); }
};

/// The place of a value in a pinned_list: neither copied nor moved.
class pinned_link : immovable, private detail::ring {
  template <auto>
  friend class detail::linked_list;

 public:
  constexpr bool is_listed() const noexcept { return !alone(); }
  constexpr void unlist() noexcept { leave(); }
};

}  // namespace TENURE_ABI

/// The hook: the new link takes the old one's place between its neighbours.
template <>
struct relocate_traits<transfer_link> {
  static constexpr transfer_link relocate(own<transfer_link> from) noexcept {
    return transfer_link{std::move(*from)};
  }
};

namespace rule {

/// [selfref.transfer] [selfref.immovable] A list is made from a member that is a link of its kind.
template <class Link, class Member>
struct link {
  static constexpr bool holds = std::is_same_v<Link, Member>;
  static constexpr auto sentence() {
    if constexpr (std::is_same_v<Link, transfer_link>) {
      return "[selfref.transfer] a transfer_list goes through a transfer_link, not through a " +
             name_of<Member> + ": its nodes are to be relocated; give the value such a link";
    } else {
      return "[selfref.immovable] a pinned_list goes through a pinned_link, not through a " +
             name_of<Member> + ": its nodes are to stay; give the value such a link";
    }
  }
};

}  // namespace rule

namespace detail {

template <class>
struct link_member;
template <class T, class M>
struct link_member<M T::*> {
  using owner = T;
  using type = M;
};

/// Storage in which no `T` ever lives, to learn where in one a member lies.
template <class T>
union unborn {
  char none = 0;
  T value;
  constexpr unborn() noexcept {}
  constexpr ~unborn() {}
};
template <class T>
inline constexpr unborn<T> unborn_of{};

inline namespace TENURE_ABI {

template <auto Member>
class linked_list {
  using link = typename link_member<decltype(Member)>::type;
  using owner = typename link_member<decltype(Member)>::owner;

  link ends_;  ///< between the last value and the first

  /// By integers, since a member gives no right to the bytes around it.
  static owner& value_of(ring& node) noexcept {
    auto const whole = reinterpret_cast<std::uintptr_t>(&unborn_of<owner>);
    auto const part = reinterpret_cast<std::uintptr_t>(&(unborn_of<owner>.value.*Member));
    auto const at = reinterpret_cast<std::uintptr_t>(&static_cast<link&>(node));
    return *reinterpret_cast<owner*>(at - (part - whole));
  }
  static ring& node_of(owner& value) noexcept { return value.*Member; }

  template <class T>
  class cursor {
    ring* at_ = nullptr;
    friend linked_list;
    template <class>
    friend class cursor;
    constexpr explicit cursor(ring* at) noexcept : at_{at} {}

   public:
    using value_type = owner;
    using reference = T&;
    using pointer = T*;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::bidirectional_iterator_tag;

    constexpr cursor() noexcept = default;
    template <class U>
      requires(std::is_const_v<T> && std::is_same_v<U, owner>)
    constexpr cursor(cursor<U> const& other) noexcept : at_{other.at_} {}
    T& operator*() const noexcept { return value_of(*at_); }
    T* operator->() const noexcept { return &value_of(*at_); }
    constexpr cursor& operator++() noexcept { return at_ = at_->next(), *this; }
    constexpr cursor& operator--() noexcept { return at_ = at_->previous(), *this; }
    constexpr cursor operator++(int) noexcept { return cursor{std::exchange(at_, at_->next())}; }
    constexpr cursor operator--(int) noexcept { return cursor{std::exchange(at_, at_->previous())}; }
    friend constexpr bool operator==(cursor, cursor) noexcept = default;
  };

  owner& existing(ring* node) const noexcept {
    expects(!empty(), "[selfref.bounds] an empty list has no first and no last value");
    return value_of(*node);
  }

 public:
  using value_type = owner;
  using reference = owner&;
  using const_reference = owner const&;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  /// Stays valid as long as its value is neither relocated nor taken out of the list, and the end as long as
  /// the list is not.
  using iterator = cursor<owner>;
  using const_iterator = cursor<owner const>;

  constexpr linked_list() noexcept = default;
  /// Takes over the values. Where the nodes may be relocated, so may the list. O(1).
  constexpr linked_list(linked_list&&) = default;
  constexpr linked_list& operator=(linked_list&& other) noexcept
    requires std::is_move_assignable_v<link>
  {
    if (this == &other) return *this;
    clear();
    ends_ = std::move(other.ends_);
    return *this;
  }
  linked_list(linked_list const&) = default;  // deleted by the link, whose sentence says why
  linked_list& operator=(linked_list const&) = default;
  constexpr ~linked_list() { clear(); }

  constexpr bool empty() const noexcept { return !ends_.is_listed(); }
  /// Linear: a value may leave without the list being told.
  constexpr size_type size() const noexcept {
    size_type count = 0;
    for (ring const* each = ends_.next(); each != &ends_; each = each->next()) ++count;
    return count;
  }

  iterator begin() noexcept { return iterator{ends_.next()}; }
  iterator end() noexcept { return iterator{&ends_}; }
  const_iterator begin() const noexcept { return const_iterator{ends_.next()}; }
  const_iterator end() const noexcept { return const_iterator{ends_.next()->previous()}; }
  std::reverse_iterator<iterator> rbegin() noexcept { return std::reverse_iterator{end()}; }
  std::reverse_iterator<iterator> rend() noexcept { return std::reverse_iterator{begin()}; }

  /// Precondition of this and what follows: not empty.
  owner& front() noexcept { return existing(ends_.next()); }
  owner const& front() const noexcept { return existing(ends_.next()); }
  owner& back() noexcept { return existing(ends_.previous()); }
  owner const& back() const noexcept { return existing(ends_.previous()); }
  void pop_front() noexcept { node_of(front()).leave(); }
  void pop_back() noexcept { node_of(back()).leave(); }

  /// Lists the value, which stays where it is and must outlast nothing: when it ends, it leaves.
  /// Precondition: it is in no list by this link. O(1).
  iterator insert(const_iterator position, owner& value) noexcept {
    expects(node_of(value).alone(), "[selfref.bounds] a value was listed that is in a list already");
    node_of(value).join_before(*position.at_);
    return iterator_to(value);
  }
  void push_front(owner& value) noexcept { insert(begin(), value); }
  void push_back(owner& value) noexcept { insert(end(), value); }

  /// Takes the value out of the list. O(1).
  iterator erase(const_iterator position) noexcept {
    expects(position != end(), "[selfref.bounds] erase of the end of a list");
    ring* const next = position.at_->next();
    position.at_->leave();
    return iterator{next};
  }
  /// Precondition: the value is in this list.
  iterator iterator_to(owner& value) noexcept { return iterator{&node_of(value)}; }

  /// Takes all values out, which live on. Linear.
  constexpr void clear() noexcept {
    while (!empty()) ends_.next()->leave();
  }
  /// Takes over all values of the other list, in front of `position`. O(1). Precondition: another list.
  void splice(const_iterator position, linked_list& other) noexcept {
    expects(this != &other, "[selfref.bounds] a list was spliced into itself");
    position.at_->splice_ring_of(other.ends_);
  }
  /// Takes out the values for which `unwanted` holds, and says how many.
  template <class Predicate>
  size_type remove_if(Predicate unwanted) {
    size_type count = 0;
    for (iterator each = begin(); each != end();) {
      if (unwanted(*each)) {
        each = erase(each);
        ++count;
      } else {
        ++each;
      }
    }
    return count;
  }
};

}  // namespace TENURE_ABI

/// In place of a list that was refused, so that one mistake gives one error.
struct no_list {};

template <class Link, auto Member>
consteval auto list_by() {
  using has = typename link_member<decltype(Member)>::type;
  if constexpr (enforce<rule::link<Link, has>>()) {
    return std::type_identity<linked_list<Member>>{};
  } else {
    return std::type_identity<no_list>{};
  }
}

}  // namespace detail

/// A list whose values may be relocated while they are in it: `transfer_list<&job::place>`.
template <auto Member>
using transfer_list = typename decltype(detail::list_by<transfer_link, Member>())::type;
/// A list whose values stay where they are: `pinned_list<&job::place>`.
template <auto Member>
using pinned_list = typename decltype(detail::list_by<pinned_link, Member>())::type;

}  // namespace tenure::selfref

namespace tenure {

/// A link knows its neighbours, so it and they belong to one thread, and its end must not be skipped.
template <class Marker>
struct declare<Marker, selfref::transfer_link> : no {};
template <>
struct declare<marker::move, selfref::transfer_link> : yes {};
template <>
struct declare<marker::transfer, selfref::transfer_link> : yes {};
template <class Marker>
struct declare<Marker, selfref::pinned_link> : no {};
template <class Marker, auto Member>
struct declare<Marker, selfref::detail::linked_list<Member>>
    : like<typename selfref::detail::link_member<decltype(Member)>::type> {};

}  // namespace tenure
