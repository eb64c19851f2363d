// SPDX-License-Identifier: BSL-1.0
// Copies of a shared_ptr may be used by several threads when what they share is const or synchronised.
#include <atomic>
#include <memory>
#include <thread>

#include "tenure/ownership/std_threads.hpp"

static_assert(tenure::Send<std::shared_ptr<std::atomic<int>>> && tenure::Send<std::shared_ptr<int const>>);

int main() {
  auto mine = std::make_shared<std::atomic<int>>(0);
  auto step = std::make_shared<int const>(2);
  std::thread other{[yours = mine, step] {
    for (int i = 0; i < 1000; ++i) *yours += *step;
  }};
  for (int i = 0; i < 1000; ++i) *mine += *step;
  other.join();
  return *mine == 4000 ? 0 : 1;
}
