// SPDX-License-Identifier: BSL-1.0
// The finite world of the model: bytes of four values, a heap of seven of them, threads, lifetimes.
//
// RustBelt (Jung, Jourdan, Krebbers, Dreyer, POPL 2018) proves for all heaps and programs; here the world is
// so small that a computer can look at all of it. Cells 0 to 3 are the memory that pointers point into (a
// pointer is one byte, the address); cells 4 to 6 are the frame, where the value under discussion lies.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenure::model {

using byte = std::uint8_t;
using address = std::uint8_t;
using thread = std::uint8_t;

inline constexpr byte byte_values = 4;
inline constexpr byte freed = byte_values;  ///< what a cell holds after it was given back
inline constexpr address heap_cells = 4;
inline constexpr address frame = heap_cells;  ///< where the value under discussion lies
inline constexpr std::size_t widest = 3;      ///< bytes of the largest type
inline constexpr std::size_t cells = heap_cells + widest;
inline constexpr std::size_t most_threads = 3;
inline constexpr thread anyone = 0xFF;  ///< in place of a thread: which one does not matter

using heap = std::array<byte, cells>;
using bytes = std::vector<byte>;

/// How much of the world is looked at. The laws are checked for every state within it.
struct bound {
  byte values = byte_values;     ///< a byte starts with one of these many values
  address pointed = heap_cells;  ///< so many cells of the memory vary, the rest are 0
  thread threads = 3;            ///< threads in one run of a client
  std::uint8_t token = 4;        ///< a lifetime's token is cut into so many parts
};

inline constexpr bound full_bound{};
inline constexpr bound quick_bound{.pointed = 3, .threads = 2, .token = 2};

/// A lifetime is a set of atomic lifetimes, meaning their intersection; the empty set is 'static.
using lifetime = std::uint8_t;
inline constexpr lifetime forever = 0;
inline constexpr lifetime a = 1;
inline constexpr lifetime b = 2;
inline constexpr lifetime while_counted = 4;  ///< as long as a counted pointer keeps its target

constexpr lifetime meet(lifetime x, lifetime y) { return static_cast<lifetime>(x | y); }
/// x is contained in y: an intersection of more lifetimes ends no later.
constexpr bool within(lifetime x, lifetime y) { return (x & y) == y; }
/// R19: an intersection is dead when one of its parts is. `gone` are the dead atomic lifetimes.
constexpr bool is_dead(lifetime x, lifetime gone) { return (x & gone) != 0; }

inline std::string text(lifetime x) {
  if (x == forever) return "'static";
  std::string all;
  for (auto const& [bit, name] : {std::pair{a, "'a"}, {b, "'b"}, {while_counted, "'counted"}}) {
    if ((x & bit) != 0) all += (all.empty() ? "" : "&") + std::string{name};
  }
  return all;
}

inline std::string text(heap const& h) {
  std::string said = "memory";
  for (std::size_t i = 0; i < cells; ++i) {
    if (i == frame) said += " | frame";
    said += " " + std::to_string(i) + ":" + (h[i] == freed ? "freed" : std::to_string(h[i]));
  }
  return said;
}

inline bytes read(heap const& h, address at, std::size_t size) {
  return {h.begin() + at, h.begin() + static_cast<std::ptrdiff_t>(at + size)};
}

/// A set of byte tuples of one length, up to `widest`: bit v is set when the tuple read as a number is in it.
using value_set = std::uint64_t;

constexpr unsigned number(byte const* first, std::size_t size) {
  unsigned n = 0;
  for (std::size_t i = 0; i < size; ++i) n = n * byte_values + first[i];
  return n;
}
constexpr unsigned tuples(std::size_t size) { return size == 0 ? 1U : byte_values * tuples(size - 1); }
constexpr value_set every(std::size_t size) {
  return size >= widest ? ~value_set{0} : (value_set{1} << tuples(size)) - 1;
}
constexpr bool contains(value_set set, unsigned tuple) { return ((set >> tuple) & 1U) != 0; }
constexpr byte digit(unsigned tuple, std::size_t size, std::size_t i) {
  for (; i + 1 < size; ++i) tuple /= byte_values;
  return static_cast<byte>(tuple % byte_values);
}

inline std::string text(value_set set, std::size_t size) {
  if (set == every(size)) return "any";
  if (int const many = std::popcount(set); many > 8)
    return "{" + std::to_string(many) + " of " + std::to_string(tuples(size)) + " tuples}";
  std::string said;
  for (unsigned v = 0; v < tuples(size); ++v) {
    if (!contains(set, v)) continue;
    said += said.empty() ? "" : ",";
    for (std::size_t i = 0; i < size; ++i) said += std::to_string(digit(v, size, i));
  }
  return "{" + said + "}";
}

/// Calls f(heap) for every heap within the bound in which `size` bytes of the frame vary, and the memory too
/// when `pointers`. Returns how many there were; stops early when f returns false.
template <class F>
std::uint64_t for_each_heap(bound const& within_bound, std::size_t size, bool pointers, F f) {
  std::vector<std::size_t> varying;
  for (std::size_t i = 0; i < size; ++i) varying.push_back(frame + i);
  for (std::size_t i = 0; pointers && i < within_bound.pointed; ++i) varying.push_back(i);
  heap h{};
  for (std::uint64_t seen = 1;; ++seen) {
    if (!f(static_cast<heap const&>(h))) return seen;
    std::size_t i = 0;
    for (; i < varying.size() && ++h[varying[i]] == within_bound.values; ++i) h[varying[i]] = 0;
    if (i == varying.size()) return seen;
  }
}

}  // namespace tenure::model
