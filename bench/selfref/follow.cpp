// SPDX-License-Identifier: BSL-1.0
// The reference is followed: for all values in order, and along a chain in which each target has the address
// of the next value.
#include "support/bench.hpp"
#include "values.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace {

using namespace values;

constexpr std::size_t count = 1'000;

template <class T>
std::vector<T> chained() {
  std::vector<T> all(count);
  std::vector<std::size_t> cycle(count);
  for (std::size_t i = 0; i != count; ++i) cycle[i] = i;
  std::uint64_t dice = 88172645463325252u;
  for (std::size_t i = count - 1; i != 0; --i) {
    dice = dice * 6364136223846793005u + 1442695040888963407u;
    std::swap(cycle[i], cycle[(dice >> 33) % i]);
  }
  for (std::size_t i = 0; i != count; ++i) all[i].target() = reinterpret_cast<std::uintptr_t>(&all[cycle[i]]);
  return all;
}

template <class T>
void in_order(benchmark::State& state) {
  auto all = chained<T>();
  for (auto _ : state) {
    word sum = 0;
    for (T& each : all) sum += each.target();
    tenure::bench::keep(sum);
  }
}
template <class T>
void chain(benchmark::State& state) {
  auto all = chained<T>();
  T* at = all.data();
  for (auto _ : state) {
    for (std::size_t i = 0; i != count; ++i) at = reinterpret_cast<T*>(at->target());
    tenure::bench::keep(at);
  }
}

[[maybe_unused]] tenure::bench::group const order = tenure::bench::group("follow 1000 references in order")
                                                        .baseline("absolute", in_order<absolute>)
                                                        .add("self_field", in_order<with_self_field>)
                                                        .add("self_ptr", in_order<with_self_ptr>)
                                                        .add("offset_ptr", in_order<with_offset_ptr>)
                                                        .add("heap pin", in_order<on_heap>);

[[maybe_unused]] tenure::bench::group const latency =
    tenure::bench::group("follow a chain of 1000 references")
        .baseline("absolute", chain<absolute>)
        .add("self_field", chain<with_self_field>)
        .add("self_ptr", chain<with_self_ptr>)
        .add("offset_ptr", chain<with_offset_ptr>)
        .add("heap pin", chain<on_heap>);

}  // namespace
