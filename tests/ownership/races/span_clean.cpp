// SPDX-License-Identifier: BSL-1.0
// A span of const elements is read by several threads.
#include <array>
#include <numeric>
#include <span>
#include <thread>

#include "tenure/ownership/std_threads.hpp"

static_assert(tenure::Send<std::span<int const>> && tenure::Sync<std::span<int const>>);

int main() {
  std::array<int, 16> numbers{};
  numbers.fill(2);
  std::span<int const> const all{numbers};
  auto sum = [](std::span<int const> elements) {
    return std::accumulate(elements.begin(), elements.end(), 0);
  };
  int there = 0;
  std::thread other{[&] { there = sum(all); }};
  int const here = sum(all);
  other.join();
  return here + there == 64 ? 0 : 1;
}
