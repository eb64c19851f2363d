// SPDX-License-Identifier: BSL-1.0
// One relocation pass: n values leave one block for another, as when a vector grows.
#pragma once

#include <cstddef>
#include <cstring>
#include <new>
#include <utility>

#include "values.hpp"

namespace probe {

template <class T>
struct by_move {
  using value = T;
  static void pass(T* first, std::size_t n, T* to) noexcept {
    for (std::size_t i = 0; i != n; ++i) {
      ::new (static_cast<void*>(to + i)) T(std::move(first[i]));
      first[i].~T();
    }
  }
};

template <class T>
struct by_memcpy {
  using value = T;
  static void pass(T* first, std::size_t n, T* to) noexcept {
    std::memcpy(static_cast<void*>(to), static_cast<void const*>(first), n * sizeof(T));
  }
};

/// The bytes, and then the pointer set right, in one loop. No destructor of what is left behind is run.
template <follow How>
struct by_bytes_and_repair {
  using value = absolute<How>;
  static void pass(value* first, std::size_t n, value* to) noexcept {
    for (std::size_t i = 0; i != n; ++i) {
      std::memcpy(static_cast<void*>(to + i), static_cast<void const*>(first + i), sizeof(value));
      to[i].at = followed<How>(to[i].at, first + i, to + i);
    }
  }
};

}  // namespace probe
