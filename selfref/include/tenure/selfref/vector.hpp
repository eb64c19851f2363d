// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <initializer_list>
#include <stdexcept>

#include "tenure/selfref/block.hpp"

/// `transfer_vector<T>` is `std::vector<T>` for elements that may be relocated. When it grows, and when
/// something is inserted or erased, elements are neither moved nor assigned but relocated, each type by its
/// best tier: `realloc`, bytes, bytes and fix-up, the type's own hook, or move and destroy. So
///
///   - an element may refer to itself, and need be neither movable nor copyable nor assignable;
///   - relocation cannot fail, so an insertion in the middle is all or nothing too;
///   - where bytes may be copied, growth is a `realloc` and an erase at the front one `memmove`.
///
/// [selfref.transfer] the element type cannot be relocated; [selfref.bounds] a precondition, checked in
/// checked builds; [selfref.allocator] an allocator without plain pointers.
namespace tenure {

namespace selfref::rule {

/// [selfref.transfer] A vector holds objects that it may relocate.
template <class T>
struct element {
  static constexpr bool holds = std::is_object_v<T> && std::is_same_v<T, std::remove_cv_t<T>>;
  static constexpr auto sentence() {
    return "[selfref.transfer] there is no transfer_vector<" + name_of<T> +
           ">: its elements are objects, neither const nor volatile; make the vector const instead";
  }
};

/// [selfref.transfer] An allocator that sees every element move needs elements that can be moved.
template <class T, class Allocator>
struct moved_by_allocator {
  static constexpr bool holds =
      allocator_ignores_relocation<Allocator> || std::is_nothrow_move_constructible_v<T>;
  static constexpr auto sentence() {
    return "[selfref.transfer] " + name_of<T> + " cannot be moved without throwing, and " +
           name_of<Allocator> +
           " constructs every element itself: use std::allocator, or specialise "
           "tenure::selfref::allocator_ignores_relocation for it";
  }
};

}  // namespace selfref::rule

namespace selfref {

/// What can be iterated over and yields what a `T` can be made from.
template <class R, class T>
concept RangeOf = requires(R& range) {
  std::begin(range) != std::end(range);
  requires std::is_constructible_v<T, decltype(*std::begin(range))>;
};

inline namespace TENURE_ABI {

/// A sequence of `T` in one block of memory, with the names of `std::vector`.
///
/// What an element's constructor throws passes through. push_back, emplace and every insert then leave the
/// elements as they were; where several were to be inserted the block may have grown, so that references
/// are invalid. assign and copy assignment leave a valid vector. Otherwise nothing throws but for want of
/// memory (`std::bad_alloc`, `std::length_error`), and then nothing has changed.
///
/// Arguments may refer to elements of the vector, ranges may not. Iterators are pointers; they and references
/// are invalidated as by std::vector. In a constant expression elements are moved and destroyed. Assignment
/// makes elements anew and never assigns to one. `T` may be incomplete where only the vector's type is named.
template <class T, class Allocator = std::allocator<std::remove_cvref_t<T>>>
class transfer_vector {
  static_assert(told<rule::element<T>>());
  using traits = std::allocator_traits<Allocator>;
  using block = detail::block<std::remove_cvref_t<T>, Allocator>;
  using gap = typename block::gap;

  block block_;

 public:
  using value_type = T;
  using allocator_type = Allocator;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using reference = T&;
  using const_reference = T const&;
  using pointer = T*;
  using const_pointer = T const*;
  using iterator = T*;
  using const_iterator = T const*;
  using reverse_iterator = std::reverse_iterator<iterator>;
  using const_reverse_iterator = std::reverse_iterator<const_iterator>;

  constexpr transfer_vector() noexcept(noexcept(Allocator())) : block_{Allocator()} {}
  constexpr explicit transfer_vector(Allocator const& allocator) noexcept : block_{allocator} {}
  constexpr explicit transfer_vector(size_type count, Allocator const& allocator = Allocator())
      : block_{allocator} {
    resize(count);
  }
  constexpr transfer_vector(size_type count, T const& value, Allocator const& allocator = Allocator())
      : block_{allocator} {
    resize(count, value);
  }
  template <std::input_iterator I>
  constexpr transfer_vector(I first, I last, Allocator const& allocator = Allocator()) : block_{allocator} {
    block_.insert_from(0, first, last);
  }
  constexpr transfer_vector(std::initializer_list<T> values, Allocator const& allocator = Allocator())
      : transfer_vector(values.begin(), values.end(), allocator) {}
  constexpr transfer_vector(transfer_vector const& other)
      : transfer_vector(other, traits::select_on_container_copy_construction(other.get_allocator())) {}
  constexpr transfer_vector(transfer_vector const& other, std::type_identity_t<Allocator> const& allocator)
      : transfer_vector(other.begin(), other.end(), allocator) {}
  /// Takes the other's memory. The other is empty afterwards.
  constexpr transfer_vector(transfer_vector&& other) noexcept = default;
  constexpr transfer_vector(transfer_vector&& other, std::type_identity_t<Allocator> const& allocator)
      : block_{allocator} {
    block_.take_over(other.block_);
  }
  constexpr ~transfer_vector() {
    static_cast<void>(enforce<rule::transfer<T>>() && enforce<rule::moved_by_allocator<T, Allocator>>());
  }

  constexpr transfer_vector& operator=(transfer_vector const& other) {
    if (this == &other) return *this;
    if constexpr (traits::propagate_on_container_copy_assignment::value) {
      if (block_.allocator() != other.block_.allocator()) give_back();
      block_.allocator() = other.block_.allocator();
    }
    assign(other.begin(), other.end());
    return *this;
  }
  /// Where the allocators are unequal and stay, the elements are relocated or moved; else nothing is.
  constexpr transfer_vector& operator=(transfer_vector&& other) noexcept(
      traits::propagate_on_container_move_assignment::value || traits::is_always_equal::value) {
    if (this == &other) return *this;
    give_back();
    if constexpr (traits::propagate_on_container_move_assignment::value) {
      block_.allocator() = other.block_.allocator();
    }
    block_.take_over(other.block_);
    return *this;
  }
  constexpr transfer_vector& operator=(std::initializer_list<T> values) {
    assign(values);
    return *this;
  }

  constexpr allocator_type get_allocator() const noexcept { return block_.allocator(); }

  // Access. Precondition: there is such an element.

  constexpr T& operator[](size_type i) noexcept TENURE_LIFETIMEBOUND { return data()[existing(i)]; }
  constexpr T const& operator[](size_type i) const noexcept TENURE_LIFETIMEBOUND {
    return data()[existing(i)];
  }
  /// Throws `std::out_of_range` where there is none.
  constexpr T& at(size_type i) TENURE_LIFETIMEBOUND { return data()[in_range(i)]; }
  constexpr T const& at(size_type i) const TENURE_LIFETIMEBOUND { return data()[in_range(i)]; }
  constexpr T& front() noexcept TENURE_LIFETIMEBOUND { return (*this)[0]; }
  constexpr T const& front() const noexcept TENURE_LIFETIMEBOUND { return (*this)[0]; }
  constexpr T& back() noexcept TENURE_LIFETIMEBOUND { return (*this)[size() - 1]; }
  constexpr T const& back() const noexcept TENURE_LIFETIMEBOUND { return (*this)[size() - 1]; }
  constexpr T* data() noexcept TENURE_LIFETIMEBOUND { return block_.first(); }
  constexpr T const* data() const noexcept TENURE_LIFETIMEBOUND { return block_.first(); }

  constexpr iterator begin() noexcept TENURE_LIFETIMEBOUND { return data(); }
  constexpr const_iterator begin() const noexcept TENURE_LIFETIMEBOUND { return data(); }
  constexpr const_iterator cbegin() const noexcept TENURE_LIFETIMEBOUND { return data(); }
  constexpr iterator end() noexcept TENURE_LIFETIMEBOUND { return data() + size(); }
  constexpr const_iterator end() const noexcept TENURE_LIFETIMEBOUND { return data() + size(); }
  constexpr const_iterator cend() const noexcept TENURE_LIFETIMEBOUND { return end(); }
  constexpr reverse_iterator rbegin() noexcept TENURE_LIFETIMEBOUND { return reverse_iterator{end()}; }
  constexpr const_reverse_iterator rbegin() const noexcept TENURE_LIFETIMEBOUND { return crbegin(); }
  constexpr const_reverse_iterator crbegin() const noexcept TENURE_LIFETIMEBOUND {
    return const_reverse_iterator{end()};
  }
  constexpr reverse_iterator rend() noexcept TENURE_LIFETIMEBOUND { return reverse_iterator{begin()}; }
  constexpr const_reverse_iterator rend() const noexcept TENURE_LIFETIMEBOUND { return crend(); }
  constexpr const_reverse_iterator crend() const noexcept TENURE_LIFETIMEBOUND {
    return const_reverse_iterator{begin()};
  }

  constexpr bool empty() const noexcept { return size() == 0; }
  constexpr size_type size() const noexcept { return block_.size(); }
  constexpr size_type max_size() const noexcept { return block_.most(); }
  constexpr size_type capacity() const noexcept { return block_.capacity(); }
  constexpr void reserve(size_type count) { block_.reserve(count); }
  /// Gives back memory that is not used. Throws where that takes memory that is not there.
  constexpr void shrink_to_fit() {
    if (empty()) {
      give_back();
    } else if (size() < capacity()) {
      block_.shrink();
    }
  }

  // Insertion. At the end amortised constant, elsewhere linear in the elements behind.

  template <class... Args>
  constexpr T& emplace_back(Args&&... args) TENURE_LIFETIMEBOUND {
    return block_.append(std::forward<Args>(args)...);
  }
  constexpr void push_back(T const& value) { block_.append(value); }
  constexpr void push_back(T&& value) { block_.append(std::move(value)); }
  template <class... Args>
  constexpr iterator emplace(const_iterator position, Args&&... args) {
    return std::addressof(block_.insert(index(position), std::forward<Args>(args)...));
  }
  constexpr iterator insert(const_iterator position, T const& value) { return emplace(position, value); }
  constexpr iterator insert(const_iterator position, T&& value) {
    return emplace(position, std::move(value));
  }
  constexpr iterator insert(const_iterator position, size_type count, T const& value) {
    size_type const at = index(position);
    typename block::staged const copy{block_, value};  // `value` may be an element, which is about to move
    fill(at, count, copy.value);
    return begin() + at;
  }
  /// Precondition of this one and of those for ranges: what is inserted is not part of this vector.
  template <std::input_iterator I>
  constexpr iterator insert(const_iterator position, I first, I last) {
    size_type const at = index(position);
    block_.insert_from(at, first, last);
    return begin() + at;
  }
  constexpr iterator insert(const_iterator position, std::initializer_list<T> values) {
    return insert(position, values.begin(), values.end());
  }
  template <RangeOf<T> R>
  constexpr iterator insert_range(const_iterator position, R&& range) {
    size_type const at = index(position);
    block_.insert_from(at, std::begin(range), std::end(range));
    return begin() + at;
  }
  template <RangeOf<T> R>
  constexpr void append_range(R&& range) {
    block_.insert_from(size(), std::begin(range), std::end(range));
  }

  /// Constructs in its place what `make()` returns, by elision: the post's `-> super Self`. `T` may be
  /// immovable. `make` must leave the vector alone; what it throws leaves the elements as they were.
  template <class F>
  constexpr iterator emplace_with(const_iterator position, F&& make) {
    size_type const at = index(position);
    if constexpr (enforce<tenure::rule::emplace_with<T, std::invoke_result_t<F&>>>()) {
      gap room{block_, at, 1};
      room.fill_with(make);
    }
    return begin() + at;
  }
  template <class F>
  constexpr T& emplace_back_with(F&& make) TENURE_LIFETIMEBOUND {
    return *emplace_with(end(), make);
  }
  /// Relocates a value that lives elsewhere: it may be immovable. Consumes the own.
  /// Where there is no memory the value is dropped.
  constexpr iterator relocate_in(const_iterator position, own<T> value) {
    size_type const at = index(position);
    gap room{block_, at, 1};
    T* const from = tenure::detail::own_access::give_up(std::move(value));
    room.fill_by_relocation(from);
    loans::end(from);
    return begin() + at;
  }

  // Removal. Linear in the elements behind, which are relocated.

  constexpr iterator erase(const_iterator position) noexcept { return erase(position, position + 1); }
  constexpr iterator erase(const_iterator first, const_iterator last) noexcept {
    size_type const at = index(first);
    size_type const beyond = index(last);
    expects(at <= beyond, "[selfref.bounds] erase from a later element to an earlier one");
    block_.remove(at, beyond - at);
    return begin() + at;
  }
  constexpr void pop_back() noexcept { block_.remove(existing(size() - 1), 1); }
  constexpr void clear() noexcept { block_.clear(); }
  /// Erases the elements for which `unwanted` holds, and says how many. Linear. What `unwanted` throws passes
  /// through; the elements that it has not seen stay.
  template <class Predicate>
  friend constexpr size_type erase_if(transfer_vector& from, Predicate unwanted) {
    return from.block_.remove_if(unwanted);
  }
  template <class U>
  friend constexpr size_type erase(transfer_vector& from, U const& value) {
    return erase_if(from, [&](T const& each) { return each == value; });
  }
  /// Relocates the element out of the vector and closes the gap.
  constexpr T take(const_iterator position) noexcept {
    hole const left{block_, existing(index(position))};
    return relocate(own<T>::from_raw(data() + left.at));
  }
  /// The same, into a slot, for elements that can only be relocated in place. Precondition: the slot has lent
  /// nothing.
  constexpr own<T> take_into(slot<T>& to, const_iterator position) noexcept {
    hole const left{block_, existing(index(position))};
    return relocate_at(own<T>::from_raw(data() + left.at), to);
  }

  constexpr void resize(size_type count) {
    if (count < size()) return block_.remove(count, size() - count);
    fill(size(), count - size());
  }
  constexpr void resize(size_type count, T const& value) {
    if (count < size()) return block_.remove(count, size() - count);
    insert(end(), count - size(), value);
  }
  constexpr void assign(size_type count, T const& value) {
    typename block::staged const copy{block_, value};
    clear();
    fill(0, count, copy.value);
  }
  template <std::input_iterator I>
  constexpr void assign(I first, I last) {
    clear();
    block_.insert_from(0, first, last);
  }
  constexpr void assign(std::initializer_list<T> values) { assign(values.begin(), values.end()); }
  template <RangeOf<T> R>
  constexpr void assign_range(R&& range) {
    clear();
    append_range(range);
  }

  /// No element changes its place. Precondition: equal allocators, unless they are swapped too.
  constexpr void swap(transfer_vector& other) noexcept {
    if constexpr (traits::propagate_on_container_swap::value) {
      using std::swap;
      swap(block_.allocator(), other.block_.allocator());
    } else {
      expects(block_.allocator() == other.block_.allocator(),
              "[selfref.bounds] transfer_vectors with unequal allocators were swapped");
    }
    block_.swap(other.block_);
  }
  friend constexpr void swap(transfer_vector& a, transfer_vector& b) noexcept { a.swap(b); }

  friend constexpr bool operator==(transfer_vector const& a, transfer_vector const& b)
    requires requires { static_cast<bool>(a[0] == b[0]); }
  {
    if (a.size() != b.size()) return false;
    for (size_type i = 0; i < a.size(); ++i) {
      if (!(a[i] == b[i])) return false;
    }
    return true;
  }
  friend constexpr auto operator<=>(transfer_vector const& a, transfer_vector const& b)
    requires requires { static_cast<bool>(a[0] < b[0]); }
  {
    auto const compare = [](T const& x, T const& y) {
      if constexpr (std::three_way_comparable<T>) {
        return x <=> y;
      } else {
        return x < y   ? std::weak_ordering::less
               : y < x ? std::weak_ordering::greater
                       : std::weak_ordering::equivalent;
      }
    };
    size_type const shorter = a.size() < b.size() ? a.size() : b.size();
    for (size_type i = 0; i < shorter; ++i) {
      if (auto const order = compare(a[i], b[i]); order != 0) return order;
    }
    return decltype(compare(a[0], b[0])){a.size() <=> b.size()};
  }

 private:
  /// Closes the place of an element that has gone.
  struct hole {
    block& in;
    size_type at;
    constexpr ~hole() { in.forget(at); }
  };

  constexpr size_type existing(size_type i) const noexcept {
    expects(i < size(), "[selfref.bounds] a transfer_vector has no element at this index");
    return i;
  }
  constexpr size_type in_range(size_type i) const {
    if (i >= size())
      detail::fail(std::out_of_range{"[selfref.bounds] a transfer_vector has no element at this index"});
    return i;
  }
  constexpr size_type index(const_iterator position) const noexcept {
    auto const i = static_cast<size_type>(position - begin());
    expects(i <= size(), "[selfref.bounds] the iterator does not belong to this transfer_vector");
    return i;
  }
  template <class... Args>
  constexpr void fill(size_type at, size_type count, Args const&... args) {
    gap room{block_, at, count};
    while (!room.is_full()) room.fill(args...);
  }
  constexpr void give_back() noexcept { block{block_.allocator()}.swap(block_); }
};

template <class I, class Allocator = std::allocator<std::iter_value_t<I>>>
transfer_vector(I, I, Allocator = Allocator()) -> transfer_vector<std::iter_value_t<I>, Allocator>;

}  // namespace TENURE_ABI

}  // namespace selfref

namespace selfref {

/// The elements stay where they are. An allocator that was copied is equal to its source, so none refers to
/// itself.
template <class T, class A>
struct relocate_traits<transfer_vector<T, A>>
    : relocates_by<std::is_empty_v<A> || std::is_trivially_copyable_v<A> ? tier::realloc
                                                                         : tier::move_destroy> {};

}  // namespace selfref

/// Moving a vector leaves its elements where they are; in everything else it is as they are.
template <class Marker, class T, class A>
struct declare<Marker, selfref::transfer_vector<T, A>> : like<T> {};
template <class T, class A>
struct declare<marker::move, selfref::transfer_vector<T, A>> : yes {};
template <class T, class A>
struct declare<marker::transfer, selfref::transfer_vector<T, A>> : yes {};
template <class T, class A>
struct declare<marker::synchronised, selfref::transfer_vector<T, A>> : no {};
template <class T, class A>
struct declare<marker::destructure, selfref::transfer_vector<T, A>> : no {};

}  // namespace tenure
