// SPDX-License-Identifier: BSL-1.0
// Making a value in a slot and in a box, against placement new and unique_ptr.
#include "support/bench.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/slot.hpp"

#include <memory>
#include <new>

namespace {

/// Something with an end that is seen from outside.
struct value {
  unsigned long word[4]{};

  explicit value(unsigned long tag) noexcept : word{tag} {}
  value(value const&) = delete;
  value& operator=(value const&) = delete;
  ~value() { tenure::bench::keep(word[0]); }
};

void placement_new(benchmark::State& state) {
  alignas(value) unsigned char room[sizeof(value)];
  for (auto _ : state) {
    auto* const made = ::new (static_cast<void*>(room)) value(tenure::bench::unknown(1ul));
    tenure::bench::flush();
    made->~value();
  }
}
void slot_emplace(benchmark::State& state) {
  tenure::slot<value> room;
  for (auto _ : state) {
    auto const made = room.emplace(tenure::bench::unknown(1ul));
    tenure::bench::flush();
  }
}
void slot_emplace_with(benchmark::State& state) {
  tenure::slot<value> room;
  for (auto _ : state) {
    auto const made = room.emplace_with([] { return value(tenure::bench::unknown(1ul)); });
    tenure::bench::flush();
  }
}

void make_unique(benchmark::State& state) {
  for (auto _ : state) {
    auto const made = std::make_unique<value>(tenure::bench::unknown(1ul));
    tenure::bench::flush();
  }
}
void make_box(benchmark::State& state) {
  for (auto _ : state) {
    auto const made = tenure::box<value>::make(tenure::bench::unknown(1ul));
    tenure::bench::flush();
  }
}
void make_box_with(benchmark::State& state) {
  for (auto _ : state) {
    auto const made = tenure::box<value>::make_with([] { return value(tenure::bench::unknown(1ul)); });
    tenure::bench::flush();
  }
}

[[maybe_unused]] tenure::bench::group const in_a_frame = tenure::bench::group("make and end in a frame, 32 B")
                                                             .baseline("placement new", placement_new)
                                                             .add("slot emplace", slot_emplace)
                                                             .add("slot emplace_with", slot_emplace_with);

[[maybe_unused]] tenure::bench::group const on_the_heap =
    tenure::bench::group("make and end on the heap, 32 B")
        .baseline("make_unique", make_unique)
        .add("box make", make_box)
        .add("box make_with", make_box_with);

}  // namespace
