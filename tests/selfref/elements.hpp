// SPDX-License-Identifier: BSL-1.0
// One element type for each tier. All of them know where they are, count themselves in a diary, and throw
// where a test wants them to.
#pragma once

#include <compare>
#include <cstddef>
#include <utility>

#include "support/diary.hpp"
#include "tenure/selfref/relocate.hpp"

namespace tenure::test {

struct boom {};

/// What all elements write to.
inline diary noted_elements;

/// Throws on the n-th use, counted from when it was set; never when it is 0.
struct fuse {
  int left = 0;
  constexpr void burn() {
    if (left > 0 && --left == 0) throw boom{};
  }
};
inline fuse element_fuse;

enum class by { bytes, fix_up, hook, hook_by_value, move };

/// A number that refers to itself: by an absolute pointer, or, for bytes, by a distance.
/// Only the last kind can be moved; no kind can be assigned.
template <by How>
class element {
  int value_;
  int twin_;
  union {
    std::ptrdiff_t distance_;
    int* twin_at_;
  };
  friend selfref::relocate_traits<element>;

  void settle() {
    element_fuse.burn();
    ++noted_elements.alive;
    mend();
  }
  void mend() noexcept {
    if constexpr (How == by::bytes) {
      distance_ = reinterpret_cast<char const*>(&twin_) - reinterpret_cast<char const*>(this);
    } else {
      twin_at_ = &twin_;
    }
  }
  struct from_old {};
  element(from_old, element const& old) noexcept : value_{old.value_}, twin_{old.twin_} {
    ++noted_elements.alive;
    mend();
  }

 public:
  element() : element(0) {}
  element(int value) : value_{value}, twin_{value} { settle(); }
  element(element const& other) : element(other.value()) {}
  element(element&& other) noexcept
    requires(How == by::move)
      : element(from_old{}, other) {
    ++noted_elements.moves;
  }
  element& operator=(element const&) = delete;
  ~element() {
    --noted_elements.alive;
    ensure_intact();
    value_ = -1;
  }

  int value() const {
    ensure_intact();
    return value_;
  }
  void ensure_intact() const {
    bool const intact =
        How == by::bytes ? distance_ == static_cast<std::ptrdiff_t>(sizeof(int)) : twin_at_ == &twin_;
    if (!intact || value_ != twin_) trap("[test] an element is not what and where it was made");
  }
  friend bool operator==(element const& a, element const& b) { return a.value() == b.value(); }
  friend bool operator<(element const& a, element const& b) { return a.value() < b.value(); }
};

}  // namespace tenure::test

template <>
struct tenure::selfref::relocate_traits<tenure::test::element<tenure::test::by::bytes>>
    : relocates_by<tier::realloc> {};
template <>
struct tenure::selfref::relocate_traits<tenure::test::element<tenure::test::by::fix_up>> {
  using type = test::element<test::by::fix_up>;
  static void fix_up(type* first, std::size_t n, std::ptrdiff_t delta) noexcept {
    for (std::size_t i = 0; i < n; ++i)
      first[i].twin_at_ = rebased(first[i].twin_at_, first + i, sizeof(type), delta);
  }
};
template <>
struct tenure::selfref::relocate_traits<tenure::test::element<tenure::test::by::hook>> {
  using type = test::element<test::by::hook>;
  static own<type> relocate(own<type> from, void* to) noexcept {
    return own<type>::from_raw(::new (to) type{type::from_old{}, *from});
  }
};
template <>
struct tenure::selfref::relocate_traits<tenure::test::element<tenure::test::by::hook_by_value>> {
  using type = test::element<test::by::hook_by_value>;
  static type relocate(own<type> from) noexcept { return type{type::from_old{}, *from}; }
};

namespace tenure::test {

static_assert(selfref::relocation_tier<element<by::bytes>> == selfref::tier::realloc);
static_assert(selfref::relocation_tier<element<by::fix_up>> == selfref::tier::memcpy_fixup);
static_assert(selfref::relocation_tier<element<by::hook>> == selfref::tier::hook);
static_assert(selfref::relocation_tier<element<by::hook_by_value>> == selfref::tier::hook);
static_assert(selfref::relocation_tier<element<by::move>> == selfref::tier::move_destroy);

/// An allocator with a state, of which two are equal when they have the same name. `Tells`: it has a
/// `construct` and a `destroy` of its own, so it sees each element come and go.
template <class T, bool Tells, bool Propagates>
struct allocator_of {
  using value_type = T;
  using propagate_on_container_copy_assignment = std::bool_constant<Propagates>;
  using propagate_on_container_move_assignment = std::bool_constant<Propagates>;
  using propagate_on_container_swap = std::bool_constant<Propagates>;
  using is_always_equal = std::false_type;
  template <class U>
  struct rebind {
    using other = allocator_of<U, Tells, Propagates>;
  };

  int name = 0;
  int* balance = nullptr;  ///< elements constructed and not destroyed

  T* allocate(std::size_t n) {
    element_fuse.burn();
    return std::allocator<T>{}.allocate(n);
  }
  void deallocate(T* p, std::size_t n) { std::allocator<T>{}.deallocate(p, n); }
  template <class... Args>
    requires Tells
  void construct(T* p, Args&&... args) {
    std::construct_at(p, std::forward<Args>(args)...);
    if (balance != nullptr) ++*balance;
  }
  void destroy(T* p)
    requires Tells
  {
    std::destroy_at(p);
    if (balance != nullptr) --*balance;
  }
  friend bool operator==(allocator_of const& a, allocator_of const& b) { return a.name == b.name; }
};

}  // namespace tenure::test
