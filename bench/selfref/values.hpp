// SPDX-License-Identifier: BSL-1.0
// A value of 32 bytes that refers to its own buffer, or that lies elsewhere, in the ways that are compared.
#pragma once

#include <boost/interprocess/offset_ptr.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

#include "tenure/selfref/relocate.hpp"
#include "tenure/selfref/self_field.hpp"
#include "tenure/selfref/self_ptr.hpp"

namespace values {

using word = std::uint64_t;

/// An absolute pointer, which the move constructor sets right.
struct absolute {
  word* at = buffer;
  std::size_t size = 1;
  word buffer[2]{};

  explicit absolute(word tag = 0) noexcept { buffer[0] = tag; }
  absolute(absolute&& from) noexcept : absolute{from} {}
  absolute(absolute const& from) noexcept : at{from.in_it(from.at) ? buffer : from.at}, size{from.size} {
    std::memcpy(buffer, from.buffer, sizeof buffer);
  }
  absolute& operator=(absolute const& from) noexcept {
    at = from.in_it(from.at) ? buffer : from.at;
    size = from.size;
    std::memcpy(buffer, from.buffer, sizeof buffer);
    return *this;
  }
  ~absolute() {}

  word& target() { return *at; }

 private:
  bool in_it(word const* p) const { return p == buffer; }
};

/// The same, which the library sets right after the bytes have moved.
struct mended : absolute {
  using absolute::absolute;
};

struct with_self_field {
  std::size_t size = 1, unused = 0;
  word buffer[2]{};
  [[no_unique_address]] tenure::selfref::self_field<&with_self_field::buffer> at;

  explicit with_self_field(word tag = 0) noexcept { buffer[0] = tag; }
  word& target() { return at.in(*this)[0]; }
};

/// With a move constructor and a destructor of its own, and the promise that bytes may stand for it.
struct with_self_ptr {
  tenure::selfref::self_ptr<word> at;
  std::size_t size = 1;
  word buffer[2]{};

  explicit with_self_ptr(word tag = 0) noexcept : at{tenure::selfref::self_ptr<word>::to(*this, buffer[0])} {
    buffer[0] = tag;
  }
  with_self_ptr(with_self_ptr&& from) noexcept : with_self_ptr{from.buffer[0]} {}
  with_self_ptr(with_self_ptr const& from) noexcept : with_self_ptr{from.buffer[0]} {}
  with_self_ptr& operator=(with_self_ptr const& from) noexcept {
    buffer[0] = from.buffer[0];
    return *this;
  }
  ~with_self_ptr() {}

  word& target() { return *at; }
};

struct with_offset_ptr {
  boost::interprocess::offset_ptr<word> at = buffer;
  std::size_t size = 1;
  word buffer[2]{};

  explicit with_offset_ptr(word tag = 0) noexcept { buffer[0] = tag; }
  with_offset_ptr(with_offset_ptr&& from) noexcept
      : at{from.at == from.buffer ? buffer : from.at.get()}, size{from.size} {
    std::memcpy(buffer, from.buffer, sizeof buffer);
  }
  word& target() { return *at; }
};

/// Pinned: what moves is the pointer to it.
struct on_heap {
  std::unique_ptr<absolute> it;

  explicit on_heap(word tag = 0) : it{std::make_unique<absolute>(tag)} {}
  word& target() { return it->target(); }
};

}  // namespace values

template <>
struct tenure::selfref::relocate_traits<values::with_self_ptr> : relocates_by<tier::realloc> {};

template <>
struct tenure::selfref::relocate_traits<values::mended> {
  static void fix_up(values::mended* first, std::size_t n, std::ptrdiff_t delta) noexcept {
    for (std::size_t i = 0; i != n; ++i) first[i].at = rebased(first[i].at, first + i, sizeof *first, delta);
  }
};
