// SPDX-License-Identifier: BSL-1.0
// Rust's Box<i32> is Sync: a &Box reads. A unique_ptr const& still writes, since const stops at the pointer.
#include <memory>
#include <thread>

#include "tenure/ownership/std_threads.hpp"

static_assert(tenure::Send<std::unique_ptr<int>> && !tenure::Sync<std::unique_ptr<int>>);

void count(std::unique_ptr<int> const& shared) {
  for (int i = 0; i < 1000; ++i) ++*shared;
}

int main() {
  auto const owner = std::make_unique<int>(0);
  std::thread other{[&owner] { count(owner); }};
  count(owner);
  other.join();
}
