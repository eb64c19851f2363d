// SPDX-License-Identifier: BSL-1.0
// Making a value, handing it through a call that the compiler cannot see through, and ending it there.
#include "support/bench.hpp"
#include "tenure/ownership/slot.hpp"

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace {

using tenure::own;
using tenure::slot;

/// A value whose move copies all of it and whose end is seen from outside.
template <std::size_t Bytes>
struct value {
  unsigned long word[Bytes / sizeof(unsigned long)];

  explicit value(unsigned long tag) noexcept { word[0] = tag; }
  value(value&& other) noexcept {
    std::memcpy(word, other.word, Bytes);
    other.word[0] = 0;
  }
  value& operator=(value&&) = delete;
  ~value() { tenure::bench::keep(word[0]); }
};

template <std::size_t Bytes>
void end_raw(value<Bytes>* it) {
  it->~value();
}
template <std::size_t Bytes>
void end_value([[maybe_unused]] value<Bytes> it) {}
template <std::size_t Bytes>
void end_unique([[maybe_unused]] std::unique_ptr<value<Bytes>> it) {}
template <std::size_t Bytes>
void end_own([[maybe_unused]] own<value<Bytes>> it) {}
template <std::size_t Bytes>
void end_own_reference(own<value<Bytes>>&& it) {
  auto const last = std::move(it);
}

/// Somebody may have written all of it: a copy has to copy it.
template <std::size_t Bytes>
void fill(value<Bytes>& it) {
  tenure::bench::keep(&it);
  tenure::bench::flush();
}

template <std::size_t Bytes>
void raw(benchmark::State& state) {
  auto* const end = tenure::bench::opaque(&end_raw<Bytes>);
  alignas(value<Bytes>) unsigned char room[sizeof(value<Bytes>)];
  for (auto _ : state) {
    auto* const made = ::new (static_cast<void*>(room)) value<Bytes>(1);
    fill(*made);
    end(made);
  }
}
template <std::size_t Bytes>
void by_value(benchmark::State& state) {
  auto* const end = tenure::bench::opaque(&end_value<Bytes>);
  for (auto _ : state) {
    value<Bytes> made(1);
    fill(made);
    end(std::move(made));
  }
}
template <std::size_t Bytes>
void unique(benchmark::State& state) {
  auto* const end = tenure::bench::opaque(&end_unique<Bytes>);
  for (auto _ : state) {
    auto made = std::make_unique<value<Bytes>>(1);
    fill(*made);
    end(std::move(made));
  }
}
template <std::size_t Bytes>
void owned(benchmark::State& state) {
  auto* const end = tenure::bench::opaque(&end_own<Bytes>);
  slot<value<Bytes>> room;
  for (auto _ : state) {
    auto made = room.emplace(1ul);
    fill(*made);
    end(std::move(made));
  }
}
template <std::size_t Bytes>
void owned_reference(benchmark::State& state) {
  auto* const end = tenure::bench::opaque(&end_own_reference<Bytes>);
  slot<value<Bytes>> room;
  for (auto _ : state) {
    auto made = room.emplace(1ul);
    fill(*made);
    end(std::move(made));
  }
}

template <std::size_t Bytes>
tenure::bench::group hand_over(char const* name) {
  return tenure::bench::group(name)
      .baseline("raw pointer", raw<Bytes>)
      .add("by value", by_value<Bytes>)
      .add("unique_ptr", unique<Bytes>)
      .add("own<T>", owned<Bytes>)
      .add("own<T>&&", owned_reference<Bytes>);
}

[[maybe_unused]] tenure::bench::group const groups[] = {
    hand_over<8>("hand-over, 8 B"),
    hand_over<512>("hand-over, 512 B"),
    hand_over<65536>("hand-over, 64 KiB"),
};

}  // namespace
