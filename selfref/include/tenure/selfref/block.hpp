// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstring>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/ownership/slot.hpp"
#include "tenure/selfref/raw_memory.hpp"

/// What a vector does to its elements, in five moves: append one, open a gap and fill it, remove a run, keep
/// what a predicate likes, take over another block. All or nothing, because relocation never fails.
namespace tenure::selfref::detail::inline TENURE_ABI {

/// The first `size()` elements of the memory are alive, and nothing else in it is.
template <class T, class Allocator>
class block {
  using traits = std::allocator_traits<Allocator>;

  raw_memory<T, Allocator> memory_;
  std::size_t size_ = 0;

  template <class... Args>
  constexpr void construct(T* place, Args&&... args) {
    traits::construct(memory_.allocator(), place, std::forward<Args>(args)...);
  }
  constexpr void destroy(std::size_t at, std::size_t count) noexcept {
    for (std::size_t i = count; i-- > 0;) traits::destroy(memory_.allocator(), first() + at + i);
  }
  /// Relocates what lies behind the `count` dead elements at `at` onto them.
  constexpr void close(std::size_t at, std::size_t count, std::size_t behind) noexcept {
    relocate_run(memory_.allocator(), first() + at + count, behind, first() + at);
  }
  /// Twice as much as now, or what `more` elements need.
  constexpr std::size_t grown(std::size_t more) const noexcept {
    std::size_t const most = memory_.most();
    if (more > most - size_) return static_cast<std::size_t>(-1);  // refused by the memory
    std::size_t const twice = capacity() <= most / 2 ? 2 * capacity() : most;
    return twice < size_ + more ? size_ + more : twice;
  }
  constexpr void make_room(std::size_t at, std::size_t room) {
    if (room > capacity() - size_) {
      memory_.resize(size_, grown(room), at, room);
    } else if (room != 0) {
      relocate_run(memory_.allocator(), first() + at, size_ - at, first() + at + room);
    }
  }

 public:
  /// Room for `count` elements in front of the one at `at`, to be filled one by one. Meanwhile the block ends
  /// at the gap. A gap that is not full when it ends, since a constructor threw, is emptied and closed.
  class gap {
    block& in_;
    std::size_t at_, count_, behind_;

   public:
    constexpr gap(block& in, std::size_t at, std::size_t count)
        : in_{in}, at_{at}, count_{count}, behind_{in.size_ - at} {
      in_.make_room(at, count);
      in_.size_ = at;
    }
    gap(gap const&) = delete;
    gap& operator=(gap const&) = delete;
    constexpr ~gap() {
      if (!is_full()) {
        in_.destroy(at_, in_.size_ - at_);
        in_.close(at_, count_, behind_);
        in_.size_ = at_;
      }
      in_.size_ += behind_;
    }
    constexpr bool is_full() const noexcept { return in_.size_ == at_ + count_; }
    template <class... Args>
    constexpr void fill(Args&&... args) {
      in_.construct(in_.first() + in_.size_, std::forward<Args>(args)...);
      ++in_.size_;
    }
    template <class F>
    constexpr void fill_with(F& make) {
      tenure::detail::construct_from(in_.first() + in_.size_, make);
      ++in_.size_;
    }
    /// Fills what is left of it with values that live elsewhere, and whose life there ends.
    constexpr void fill_by_relocation(T* from) noexcept {
      std::size_t const left = at_ + count_ - in_.size_;
      relocate_run(in_.memory_.allocator(), from, left, in_.first() + in_.size_);
      in_.size_ += left;
    }
    /// Fills what is left of it with copies of the values from `from` on. Precondition: trivially copyable.
    void fill_by_copy(T const* from) noexcept {
      std::size_t const left = at_ + count_ - in_.size_;
      if (left != 0) std::memcpy(static_cast<void*>(in_.first() + in_.size_), from, left * sizeof(T));
      in_.size_ += left;
    }
  };

  /// An element that is made before anything changes: its arguments may refer to elements.
  class staged {
    block& in_;
    bool waits_ = true;

   public:
    union {
      T value;
    };
    template <class... Args>
    constexpr explicit staged(block& in, Args&&... args) : in_{in} {
      in_.construct(std::addressof(value), std::forward<Args>(args)...);
    }
    staged(staged const&) = delete;
    staged& operator=(staged const&) = delete;
    constexpr ~staged() {
      if (waits_) traits::destroy(in_.memory_.allocator(), std::addressof(value));
    }
    constexpr void relocate_into(gap& room) noexcept {
      room.fill_by_relocation(std::addressof(value));
      waits_ = false;
    }
  };

  constexpr explicit block(Allocator const& allocator) noexcept : memory_{allocator} {}
  constexpr block(block&& other) noexcept
      : memory_{std::move(other.memory_)}, size_{std::exchange(other.size_, 0)} {}
  block(block const&) = delete;
  block& operator=(block const&) = delete;
  constexpr ~block() { clear(); }

  constexpr T* first() const noexcept { return memory_.first(); }
  constexpr std::size_t size() const noexcept { return size_; }
  constexpr std::size_t capacity() const noexcept { return memory_.capacity(); }
  constexpr std::size_t most() const noexcept { return memory_.most(); }
  constexpr Allocator& allocator() noexcept { return memory_.allocator(); }
  constexpr Allocator const& allocator() const noexcept { return memory_.allocator(); }

  constexpr void reserve(std::size_t count) {
    if (count > capacity()) memory_.resize(size_, count, size_, 0);
  }
  /// Precondition: not empty.
  constexpr void shrink() { memory_.resize(size_, size_, size_, 0); }

  template <class... Args>
  constexpr T& append(Args&&... args) {
    if (size_ == capacity()) return insert(size_, std::forward<Args>(args)...);
    construct(first() + size_, std::forward<Args>(args)...);
    return first()[size_++];
  }
  template <class... Args>
  constexpr T& insert(std::size_t at, Args&&... args) {
    if (at == size_ && size_ != capacity()) return append(std::forward<Args>(args)...);
    staged made{*this, std::forward<Args>(args)...};
    {
      gap room{*this, at, 1};
      made.relocate_into(room);
    }
    return first()[at];
  }
  template <class I, class S>
  constexpr void insert_from(std::size_t at, I begin, S end) {
    if constexpr (std::sized_sentinel_for<S, I>) {
      insert_counted(at, static_cast<std::size_t>(end - begin), begin);
    } else if constexpr (std::forward_iterator<I>) {
      std::size_t count = 0;
      for (I each = begin; each != end; ++each) ++count;
      insert_counted(at, count, begin);
    } else {  // can be read once
      block read{memory_.allocator()};
      for (; begin != end; ++begin) read.append(*begin);
      gap room{*this, at, read.size_};
      room.fill_by_relocation(read.first());
      read.size_ = 0;
    }
  }

  constexpr void remove(std::size_t at, std::size_t count) noexcept {
    destroy(at, count);
    close(at, count, size_ - at - count);
    size_ -= count;
  }
  /// Forgets the element at `at`, whose life has ended.
  constexpr void forget(std::size_t at) noexcept {
    close(at, 1, size_ - at - 1);
    --size_;
  }
  constexpr void clear() noexcept { destroy(0, std::exchange(size_, 0)); }

  /// Removes what is `unwanted`, in one pass. Where `unwanted` throws, what it has not yet seen stays.
  template <class Predicate>
  constexpr std::size_t remove_if(Predicate& unwanted) {
    struct pass {
      block& in;
      std::size_t const whole;
      std::size_t seen = 0;
      constexpr ~pass() {
        std::size_t const unseen = whole - seen;
        if (in.size_ != seen) in.close(in.size_, seen - in.size_, unseen);
        in.size_ += unseen;
      }
    } pass{*this, std::exchange(size_, 0)};
    for (; pass.seen != pass.whole; ++pass.seen) {
      if (unwanted(first()[pass.seen])) {
        traits::destroy(memory_.allocator(), first() + pass.seen);
      } else {
        relocate_run(memory_.allocator(), first() + pass.seen, 1, first() + size_);
        ++size_;
      }
    }
    return pass.whole - size_;
  }

  /// The memory and what lives in it change hands; the allocators stay.
  constexpr void swap(block& other) noexcept {
    memory_.swap_blocks(other.memory_);
    std::swap(size_, other.size_);
  }
  /// Gets the other's elements, and leaves it none. Precondition: empty, and without memory.
  constexpr void take_over(block& other) {
    if constexpr (traits::is_always_equal::value) {
      swap(other);
    } else if (memory_.allocator() == other.memory_.allocator()) {
      swap(other);
    } else {
      gap room{*this, 0, other.size_};
      if constexpr (allocator_ignores_relocation<Allocator>) {
        room.fill_by_relocation(other.first());
        other.size_ = 0;
      } else {
        for (std::size_t i = 0; i < other.size_; ++i) room.fill(std::move(other.first()[i]));
        other.clear();
      }
    }
  }

 private:
  template <class I>
  static constexpr bool copies_bytes =
      std::contiguous_iterator<I> && std::is_trivially_copyable_v<T> && std::is_copy_constructible_v<T> &&
      allocator_ignores_relocation<Allocator> &&
      std::is_same_v<std::remove_const_t<std::remove_reference_t<std::iter_reference_t<I>>>, T>;

  template <class I>
  constexpr void insert_counted(std::size_t at, std::size_t count, I from) {
    gap room{*this, at, count};
    if constexpr (copies_bytes<I>) {
      if (!std::is_constant_evaluated()) return room.fill_by_copy(std::to_address(from));
    }
    for (; !room.is_full(); ++from) room.fill(*from);
  }
};

}  // namespace tenure::selfref::detail::inline TENURE_ABI
