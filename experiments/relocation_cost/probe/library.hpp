// SPDX-License-Identifier: BSL-1.0
// The same value with the library's references, and the library's ways to relocate it.
#pragma once

#include <array>
#include <cstddef>
#include <new>

#include "tenure/selfref/relocate.hpp"
#include "tenure/selfref/self_field.hpp"
#include "tenure/selfref/self_ptr.hpp"
#include "tenure/selfref/self_slice.hpp"
#include "tenure/selfref/self_tag.hpp"
#include "values.hpp"

namespace probe {

namespace selfref = tenure::selfref;

struct with_self_field {
  std::size_t size = 1, unused = 0;
  word buffer[buffer_words]{};
  [[no_unique_address]] selfref::self_field<&with_self_field::buffer> at;

  explicit with_self_field(word tag, bool = true) noexcept { buffer[0] = tag; }
  word& target() { return at.in(*this)[0]; }
};

struct with_self_ptr {
  selfref::self_ptr<word> at;
  std::size_t size = 1;
  word buffer[buffer_words]{};

  explicit with_self_ptr(word tag, bool = true) noexcept : at{selfref::self_ptr<word>::to(*this, buffer[0])} {
    buffer[0] = tag;
  }
  word& target() { return *at; }
};

struct with_self_ptr_or_null {
  selfref::self_ptr_or_null<word> at;
  std::size_t size = 1;
  word buffer[buffer_words]{};

  explicit with_self_ptr_or_null(word tag, bool = true) noexcept {
    at = selfref::self_ptr_or_null<word>::to(*this, buffer[0]);
    buffer[0] = tag;
  }
  word& target() { return *at.get(); }
};

struct with_self_tag {
  std::size_t size = 1;
  word buffer = 0, other = 0;
  selfref::self_tag<&with_self_tag::buffer, &with_self_tag::other> at;

  explicit with_self_tag(word tag, bool inside = true) noexcept {
    buffer = other = tag;
    if (!inside) at.set<&with_self_tag::other>();
  }
  word& target() { return at.in(*this); }
};

struct with_self_slice {
  std::size_t size = 1;
  std::array<word, buffer_words> buffer{};
  selfref::self_slice<&with_self_slice::buffer, std::uint32_t> at{0, 2};

  explicit with_self_slice(word tag, bool = true) noexcept { buffer[0] = tag; }
  word& target() { return at.in(*this)[0]; }
};

/// The absolute pointer again, relocated by a function of its author's.
struct hooked : absolute<follow::branch> {
  using absolute::absolute;
};

template <class T>
struct by_library {
  using value = T;
  static void pass(T* first, std::size_t n, T* to) noexcept { selfref::relocate_n(first, n, to); }
};

static_assert(sizeof(with_self_field) == 32 && sizeof(with_self_ptr) == 32 &&
              sizeof(with_self_ptr_or_null) == 32);
static_assert(sizeof(with_self_tag) == 32 && sizeof(with_self_slice) == 32);

}  // namespace probe

/// The absolute pointer, mended by the library after the bytes have moved.
template <probe::follow How>
struct tenure::selfref::relocate_traits<probe::absolute<How>> {
  static void fix_up(probe::absolute<How>* first, std::size_t n, std::ptrdiff_t delta) noexcept {
    for (std::size_t i = 0; i != n; ++i)
      first[i].at = tenure::selfref::rebased(first[i].at, first + i, sizeof *first, delta);
  }
};

template <>
struct tenure::selfref::relocate_traits<probe::hooked> {
  static own<probe::hooked> relocate(own<probe::hooked> from, void* to) noexcept {
    auto* const made = ::new (to) probe::hooked(std::move(*from));
    return own<probe::hooked>::from_raw(made);
  }
};

namespace probe {

using enum selfref::tier;
static_assert(selfref::relocation_tier<with_self_field> == realloc);
static_assert(selfref::relocation_tier<with_self_ptr> == realloc);
static_assert(selfref::relocation_tier<with_self_ptr_or_null> == realloc);
static_assert(selfref::relocation_tier<with_self_tag> == realloc);
static_assert(selfref::relocation_tier<with_self_slice> == realloc);
static_assert(selfref::relocation_tier<absolute<follow::branch>> == memcpy_fixup);
static_assert(selfref::relocation_tier<hooked> == hook);

}  // namespace probe
