// SPDX-License-Identifier: BSL-1.0
// Rust's Arc<i32> is Send: it is read-only. Each copy of a shared_ptr<int> may write.
#include <memory>
#include <thread>

#include "tenure/ownership/std_threads.hpp"

static_assert(!tenure::Send<std::shared_ptr<int>>);

int main() {
  auto mine = std::make_shared<int>(0);
  std::thread other{[yours = mine] {
    for (int i = 0; i < 1000; ++i) ++*yours;
  }};
  for (int i = 0; i < 1000; ++i) ++*mine;
  other.join();
}
