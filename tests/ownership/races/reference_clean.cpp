// SPDX-License-Identifier: BSL-1.0
// A reference to const may be read elsewhere, and one to something synchronised written.
#include <functional>
#include <mutex>
#include <thread>

#include "tenure/ownership/std_threads.hpp"

static_assert(tenure::Send<int const&> && tenure::Send<std::mutex&>);

int main() {
  int const value = 3;
  std::mutex turn;
  int sum = 0;
  auto add = [&sum](int const& lent, std::mutex& m) {
    for (int i = 0; i < 1000; ++i) {
      std::lock_guard hold{m};
      sum += lent;
    }
  };
  std::thread other{add, std::cref(value), std::ref(turn)};
  add(value, turn);
  other.join();
  return sum == 6000 ? 0 : 1;
}
