// SPDX-License-Identifier: BSL-1.0
// A thousand values leave one block for another.
#include "support/bench.hpp"
#include "values.hpp"

#include <cstddef>
#include <cstring>
#include <new>
#include <string>
#include <utility>

namespace {

using namespace values;

constexpr std::size_t count = 1'000;

template <class T>
void by_move(T* first, std::size_t n, T* to) noexcept {
  for (std::size_t i = 0; i != n; ++i) {
    ::new (static_cast<void*>(to + i)) T(std::move(first[i]));
    first[i].~T();
  }
}
template <class T>
void by_library(T* first, std::size_t n, T* to) noexcept {
  tenure::selfref::relocate_n(first, n, to);
}
template <class T>
void by_memcpy(T* first, std::size_t n, T* to) noexcept {
  std::memcpy(static_cast<void*>(to), static_cast<void const*>(first), n * sizeof(T));
}

/// Back and forth, so that it is never a dead value that moves.
template <class T, void (*Pass)(T*, std::size_t, T*) noexcept>
void pass(benchmark::State& state) {
  static auto* const relocate = tenure::bench::opaque(Pass);
  alignas(64) static std::byte left[count * sizeof(T)], right[count * sizeof(T)];
  T* here = reinterpret_cast<T*>(left);
  T* there = reinterpret_cast<T*>(right);
  for (std::size_t i = 0; i != count; ++i) ::new (static_cast<void*>(here + i)) T();
  for (auto _ : state) {
    relocate(here, count, there);
    std::swap(here, there);
  }
  for (std::size_t i = 0; i != count; ++i) here[i].~T();
}

[[maybe_unused]] tenure::bench::group const passes =
    tenure::bench::group("relocate 1000 values of 32 B")
        .baseline("memcpy", pass<with_self_field, by_memcpy<with_self_field>>)
        .add("self_field", pass<with_self_field, by_library<with_self_field>>)
        .add("self_ptr", pass<with_self_ptr, by_library<with_self_ptr>>)
        .add("absolute, fix_up", pass<mended, by_library<mended>>)
        .add("absolute, move + destroy", pass<absolute, by_move<absolute>>)
        .add("offset_ptr", pass<with_offset_ptr, by_move<with_offset_ptr>>)
        .add("std::string", pass<std::string, by_move<std::string>>)
        .add("heap pin", pass<on_heap, by_move<on_heap>>);

}  // namespace
