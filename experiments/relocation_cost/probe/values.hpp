// SPDX-License-Identifier: BSL-1.0
// The value that is relocated, in every way that people write it by hand: 32 bytes in the layout of a string
// with a small buffer. It refers to its own buffer (inside), or to words elsewhere, as a long string does to
// the heap.
#pragma once

#include <boost/interprocess/offset_ptr.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

namespace probe {

using word = std::uint64_t;
constexpr std::size_t buffer_words = 2;

/// What a value that is outside refers to; never freed, so that only relocation is measured.
inline word elsewhere[buffer_words]{7, 7};
/// Called when a value that is outside ends: it is not, while values are relocated.
inline std::size_t volatile given_back = 0;
inline void give_back(word const*) noexcept { given_back = given_back + 1; }

inline std::uintptr_t address(void const* p) { return reinterpret_cast<std::uintptr_t>(p); }
inline word* pointer(std::uintptr_t p) { return reinterpret_cast<word*>(p); }

/// How a move finds out whether the pointer must follow. It may point anywhere into the value, as a view of a
/// part of a buffer does, so the question is one about a range.
enum class follow { always, branch, mask, barrier, hint };

/// Where what pointed to `was` must point when the value that was at `from` is at `to`.
template <follow How, class T>
word* followed(word* was, T const* from, T const* to) {
  std::uintptr_t const delta = address(to) - address(from);
  bool const inside = address(was) - address(from) < sizeof(T);
  if constexpr (How == follow::always) {
    return pointer(address(was) + delta);
  } else if constexpr (How == follow::branch) {
    if (inside) return pointer(address(was) + delta);
    return was;
  } else if constexpr (How == follow::hint) {
#ifdef __clang__
    if (__builtin_unpredictable(inside)) return pointer(address(was) + delta);
#else
    if (__builtin_expect_with_probability(inside, 1, 0.5)) return pointer(address(was) + delta);
#endif
    return was;
  } else {
    std::uintptr_t mask = std::uintptr_t{0} - std::uintptr_t{inside};
    if constexpr (How == follow::barrier) asm("" : "+r"(mask));
    return pointer(address(was) + (delta & mask));
  }
}

/// An absolute pointer, repaired by the move constructor.
template <follow How>
struct absolute {
  word* at;
  std::size_t size = 1;
  word buffer[buffer_words]{};

  explicit absolute(word tag, bool inside = true) noexcept : at{inside ? buffer : elsewhere} {
    buffer[0] = tag;
  }
  absolute(absolute&& from) noexcept : at{followed<How>(from.at, &from, this)}, size{from.size} {
    std::memcpy(buffer, from.buffer, sizeof buffer);
    from.at = from.buffer;
  }
  absolute(absolute const& from) noexcept : at{followed<How>(from.at, &from, this)} {
    std::memcpy(buffer, from.buffer, sizeof buffer);
  }
  absolute& operator=(absolute&& from) noexcept {
    end();
    at = followed<How>(from.at, &from, this);
    size = from.size;
    std::memcpy(buffer, from.buffer, sizeof buffer);
    from.at = from.buffer;
    return *this;
  }
  absolute& operator=(absolute const& from) noexcept { return *this = absolute(from); }
  ~absolute() { end(); }

  word& target() { return *at; }

 private:
  void end() noexcept {
    if constexpr (How != follow::always) {
      if (at != buffer) give_back(at);
    }
  }
};

/// boost::interprocess::offset_ptr, with the same members.
template <bool Always>
struct offset {
  boost::interprocess::offset_ptr<word> at;
  std::size_t size = 1;
  word buffer[buffer_words]{};

  explicit offset(word tag, bool inside = true) noexcept : at{inside ? buffer : elsewhere} {
    buffer[0] = tag;
  }
  offset(offset&& from) noexcept
      : at{Always || from.at == from.buffer ? buffer : from.at.get()}, size{from.size} {
    std::memcpy(buffer, from.buffer, sizeof buffer);
    from.at = from.buffer;
  }
  ~offset() {
    if constexpr (!Always) {
      if (at != buffer) give_back(at.get());
    }
  }
  word& target() { return *at; }
};

/// The distance from the reference to its target, of 32 or 64 bits. Never null.
template <class Distance>
struct relative {
  alignas(8) Distance at;
  std::size_t size = 1;
  word buffer[buffer_words]{};

  explicit relative(word tag, bool = true) noexcept
      : at{static_cast<Distance>(reinterpret_cast<char*>(buffer) - reinterpret_cast<char*>(this))} {
    buffer[0] = tag;
  }
  word& target() { return *reinterpret_cast<word*>(reinterpret_cast<char*>(this) + at); }
};
/// The target is known when the program is compiled: nothing is stored.
struct known {
  std::size_t size = 1, unused = 0;
  word buffer[buffer_words]{};

  explicit known(word tag, bool = true) noexcept { buffer[0] = tag; }
  word& target() { return buffer[0]; }
};

/// One of two members, by number.
struct tagged {
  std::size_t which = 0, size = 1;
  word buffer = 0, other = 0;

  explicit tagged(word tag, bool first = true) noexcept : which{first ? 0u : 1u} { buffer = other = tag; }
  word& target() { return which == 0 ? buffer : other; }
};

/// On the heap and never moved, so that the absolute pointer stays right: what is moved is the pointer to it.
struct on_heap {
  std::unique_ptr<absolute<follow::always>> it;

  explicit on_heap(word tag, bool = true) : it{std::make_unique<absolute<follow::always>>(tag)} {}
  word& target() { return it->target(); }
};

/// The string of the standard library; long ones own memory.
struct text {
  std::string it;

  explicit text(word tag, bool inside = true) : it(inside ? 12 : 40, '.') {
    std::memcpy(it.data(), &tag, sizeof tag);
  }
  word& target() { return *reinterpret_cast<word*>(it.data()); }
};

static_assert(sizeof(absolute<follow::branch>) == 32 && sizeof(offset<false>) == 32 && sizeof(text) == 32);
static_assert(sizeof(relative<std::int32_t>) == 32 && sizeof(relative<std::int64_t>) == 32);
static_assert(sizeof(known) == 32 && sizeof(tagged) == 32);

}  // namespace probe
