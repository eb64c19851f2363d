// SPDX-License-Identifier: BSL-1.0
// A unique_ptr may be handed over, and what it points to read by all if it is const.
#include <memory>
#include <thread>
#include <utility>

#include "tenure/ownership/std_threads.hpp"

static_assert(tenure::Send<std::unique_ptr<int>> && tenure::Sync<std::unique_ptr<int const>>);

int main() {
  auto given = std::make_unique<int>(1);
  std::unique_ptr<int const> const shared = std::make_unique<int const>(2);
  int sum = 0;
  std::thread other{[given = std::move(given), &shared, &sum] { sum = ++*given + *shared; }};
  int const read_here = *shared;
  other.join();
  return sum + read_here == 6 ? 0 : 1;
}
