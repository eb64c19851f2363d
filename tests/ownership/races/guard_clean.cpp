// SPDX-License-Identifier: BSL-1.0
// The mutex itself may be used by every thread.
#include <mutex>
#include <thread>

#include "tenure/ownership/std_threads.hpp"

static_assert(tenure::Send<std::mutex&>);

int main() {
  std::mutex m;
  int n = 0;
  std::thread other{[&] {
    std::unique_lock held{m};
    ++n;
  }};
  {
    std::unique_lock held{m};
    ++n;
  }
  other.join();
  return n == 2 ? 0 : 1;
}
