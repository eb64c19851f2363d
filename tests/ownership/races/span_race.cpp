// SPDX-License-Identifier: BSL-1.0
// Rust's &mut [i32] is Send. Two spans over the same elements are no less usual than one.
#include <array>
#include <span>
#include <thread>

#include "tenure/ownership/std_threads.hpp"

static_assert(!tenure::Send<std::span<int>>);

void fill(std::span<int> elements) {
  for (int round = 0; round < 100; ++round) {
    for (int& e : elements) ++e;
  }
}

int main() {
  std::array<int, 16> numbers{};
  std::span<int> const all{numbers};
  std::thread other{fill, all};
  fill(all);
  other.join();
}
