// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "tenure/sessions/coded.hpp"

/// Text and lists in messages: how many there are, in four bytes, and then each. Needs the heap.
///
/// A length from outside is believed no further than bytes are there to back it, so that nobody can make
/// the reader reserve what was not sent; and never beyond `longest`.
namespace tenure::sessions {

/// How many elements a text or list in a message may have. A longer one is not sent: its frame would be
/// refused. Specialise it for a type of yours.
template <class List>
inline constexpr std::size_t longest = 65'535;

namespace detail {

template <class List, class T>
struct coded_list {
  using count = coded<std::uint32_t>;
  static_assert(longest<List> <= 0xffff'ffff);
  static constexpr std::size_t least = count::least;
  static constexpr std::size_t most = unbounded;
  static constexpr std::size_t size(List const& list) noexcept {
    if (list.size() > longest<List>) return unbounded;  // longer than any frame
    std::size_t sum = count::least;
    for (auto const& element : list) sum = bounded_sum(sum, coded<T>::size(element));
    return sum;
  }
  static constexpr void write(byte_writer& out, List const& list) noexcept {
    count::write(out, static_cast<std::uint32_t>(list.size()));
    for (auto const& element : list) coded<T>::write(out, element);
  }
  static constexpr bool read(byte_reader& in, List& list) {
    std::uint32_t size = 0;
    if (!count::read(in, size) || size > longest<List>) return false;
    if constexpr (coded<T>::least > 0) {
      if (size > in.left() / coded<T>::least) return false;
    }
    list.clear();
    for (; size > 0; --size) {
      T element{};
      if (!coded<T>::read(in, element)) return false;
      list.push_back(std::move(element));
    }
    return true;
  }
};

}  // namespace detail

template <class Traits, class Allocator>
struct coded<std::basic_string<char, Traits, Allocator>>
    : detail::coded_list<std::basic_string<char, Traits, Allocator>, char> {
  template <class Out>
  static constexpr void shape(Out& out) {
    out.say("text");
  }
};

template <Encodable T, class Allocator>
struct coded<std::vector<T, Allocator>> : detail::coded_list<std::vector<T, Allocator>, T> {
  static_assert(coded<T>::least > 0, "[sessions.codec] a list of what takes no bytes has no length");
  template <class Out>
  static constexpr void shape(Out& out) {
    out.say("list[");
    coded<T>::shape(out);
    out.say("]");
  }
};

}  // namespace tenure::sessions
