// SPDX-License-Identifier: BSL-1.0
// The value that is handed down: `Bytes` large, with a life that somebody has to end.
// With -DCOUNT_MOVES=1 its moves are counted; without, it carries nothing that a real one would not.
#pragma once

#include <cstddef>
#include <cstring>
#include <utility>

#ifndef COUNT_MOVES
#define COUNT_MOVES 0
#endif

namespace probe {

struct counters {
  unsigned long moves = 0, bytes = 0, allocations = 0;
};
inline counters counted;
inline unsigned long ended = 0;  // one for each life that ended; seen from outside, so it stays

template <std::size_t Bytes>
struct movable {
  static constexpr std::size_t words = Bytes / sizeof(unsigned long);
  unsigned long word[words];  // the first says whether the value is alive

  explicit movable(unsigned long tag) noexcept { word[0] = tag; }
  movable(movable&& other) noexcept {
    std::memcpy(word, other.word, Bytes);
    other.word[0] = 0;
#if COUNT_MOVES
    ++counted.moves;
    counted.bytes += Bytes;
#endif
  }
  movable& operator=(movable&&) = delete;
  ~movable() {
    if (word[0] != 0) ++ended;
  }
};

/// The same, where moving is no option: its address has been given away, say.
template <std::size_t Bytes>
struct immovable {
  unsigned long word[Bytes / sizeof(unsigned long)];

  explicit immovable(unsigned long tag) noexcept { word[0] = tag; }
  immovable(immovable&&) = delete;
  ~immovable() {
    if (word[0] != 0) ++ended;
  }
};

}  // namespace probe
