// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

/// Sets of places, as sets of bytes.
///
/// A place of an object is the range of bytes that it takes there. So that two places overlap when one is a
/// part of the other, that a field and its position are one place, and that the members of a union are
/// one, needs no rule of its own: it is arithmetic on integers. A set is a sorted list of ranges with gaps
/// between them. All operations are `constexpr` and linear in the number of ranges; making a set sorts it.
namespace tenure::views {

/// The bytes from `begin` up to, not including, `end`.
struct extent {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  constexpr bool empty() const noexcept { return begin >= end; }
  constexpr bool operator==(extent const&) const noexcept = default;
};

/// A set of bytes with room for `N` ranges. Equal sets are equal member by member, whatever their room.
template <std::size_t N>
struct place_set {
  extent parts[N == 0 ? 1 : N]{};  // public, so that the type is structural
  std::size_t count = 0;

  constexpr std::size_t size() const noexcept { return count; }
  constexpr bool empty() const noexcept { return count == 0; }
  constexpr extent const& operator[](std::size_t i) const noexcept { return parts[i]; }
  constexpr extent const* begin() const noexcept { return parts; }
  constexpr extent const* end() const noexcept { return parts + count; }

  /// Adds a range that begins nowhere before the last one.
  constexpr void append(extent next) noexcept {
    if (next.empty()) return;
    if (count != 0 && next.begin <= parts[count - 1].end) {
      if (parts[count - 1].end < next.end) parts[count - 1].end = next.end;
    } else {
      parts[count++] = next;
    }
  }

  /// The union of `size` ranges in any order. Precondition: `size <= N`.
  static constexpr place_set of(extent const* raw, std::size_t size) noexcept {
    extent runs[2][N == 0 ? 1 : N]{};
    extent* from = runs[0];
    extent* to = runs[1];
    for (std::size_t i = 0; i < size; ++i) from[i] = raw[i];
    for (std::size_t width = 1; width < size; width *= 2) {  // merges runs of `width` sorted ranges
      for (std::size_t start = 0; start < size; start += 2 * width) {
        std::size_t const middle = start + width < size ? start + width : size;
        std::size_t const stop = middle + width < size ? middle + width : size;
        std::size_t left = start, right = middle;
        for (std::size_t k = start; k < stop; ++k) {
          bool const take_left = right == stop || (left < middle && from[left].begin <= from[right].begin);
          to[k] = take_left ? from[left++] : from[right++];
        }
      }
      extent* const done = to;
      to = from;
      from = done;
    }
    place_set result;
    for (std::size_t i = 0; i < size; ++i) result.append(from[i]);
    return result;
  }
};

/// The set of the given ranges.
template <class... Extent>
constexpr place_set<sizeof...(Extent)> make_places(Extent... parts) noexcept {
  extent const raw[sizeof...(Extent) + 1]{extent(parts)...};
  return place_set<sizeof...(Extent)>::of(raw, sizeof...(Extent));
}

template <std::size_t N, std::size_t M>
constexpr bool operator==(place_set<N> const& a, place_set<M> const& b) noexcept {
  if (a.count != b.count) return false;
  for (std::size_t i = 0; i < a.count; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

/// Union.
template <std::size_t N, std::size_t M>
constexpr place_set<N + M> operator|(place_set<N> const& a, place_set<M> const& b) noexcept {
  place_set<N + M> both;
  for (std::size_t i = 0, j = 0; i < a.count || j < b.count;) {
    bool const take_a = j == b.count || (i < a.count && a[i].begin <= b[j].begin);
    both.append(take_a ? a[i++] : b[j++]);
  }
  return both;
}

/// Intersection.
template <std::size_t N, std::size_t M>
constexpr place_set<N + M> operator&(place_set<N> const& a, place_set<M> const& b) noexcept {
  place_set<N + M> common;
  for (std::size_t i = 0, j = 0; i < a.count && j < b.count;) {
    common.append({a[i].begin < b[j].begin ? b[j].begin : a[i].begin,  //
                   a[i].end < b[j].end ? a[i].end : b[j].end});
    a[i].end < b[j].end ? ++i : ++j;
  }
  return common;
}

/// Difference: what is in `a` and not in `b`.
template <std::size_t N, std::size_t M>
constexpr place_set<N + M> operator-(place_set<N> const& a, place_set<M> const& b) noexcept {
  place_set<N + M> rest;
  std::size_t j = 0;
  for (extent left : a) {
    while (j < b.count && b[j].begin < left.end) {
      rest.append({left.begin, b[j].begin});
      if (left.begin < b[j].end) left.begin = b[j].end;
      if (left.empty()) break;  // the same hole may reach into the next range
      ++j;
    }
    rest.append(left);
  }
  return rest;
}

/// Is every byte of `a` in `b`?
template <std::size_t N, std::size_t M>
constexpr bool subset(place_set<N> const& a, place_set<M> const& b) noexcept {
  std::size_t j = 0;
  for (extent const& part : a) {
    while (j < b.count && b[j].end < part.end) ++j;
    if (j == b.count || part.begin < b[j].begin) return false;
  }
  return true;
}

/// Do `a` and `b` have no byte in common?
template <std::size_t N, std::size_t M>
constexpr bool disjoint(place_set<N> const& a, place_set<M> const& b) noexcept {
  for (std::size_t i = 0, j = 0; i < a.count && j < b.count;) {
    if (a[i].end <= b[j].begin) {
      ++i;
    } else if (b[j].end <= a[i].begin) {
      ++j;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace tenure::views
